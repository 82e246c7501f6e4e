using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>
/// A session with its tensors bound, for runs that are repeated: what does not change between runs is brought to the device once, and outputs go into
/// tensors that are there already. Of one thread at a time.
/// </summary>
public sealed class SessionBinding : IDisposable
{
    private readonly ModelSession _session;
    private readonly OrtIoBinding _binding;

    internal SessionBinding(ModelSession session, OrtIoBinding binding) => (_session, _binding) = (session, binding);

    /// <summary>Binds an input. On a GPU its content is copied there now: bind again after a change.</summary>
    /// <param name="name">The input.</param>
    /// <param name="value">Its value, which must live as long as it is bound.</param>
    /// <exception cref="OnnxRuntimeException">There is no such input, or memory ran out.</exception>
    public void Input(string name, OrtValue value) => _binding.BindInput(name, value);

    /// <summary>Binds an output to a tensor of its size, which every run fills.</summary>
    /// <param name="name">The output.</param>
    /// <param name="value">To be filled; must live as long as it is bound.</param>
    /// <exception cref="OnnxRuntimeException">There is no such output.</exception>
    public void Output(string name, OrtValue value) => _binding.BindOutput(name, value);

    /// <summary>Runs the model on what is bound; afterwards the outputs are filled.</summary>
    /// <param name="cancellation">Ends the run between two operators.</param>
    /// <exception cref="OnnxRuntimeException">A shape or type does not fit, or memory ran out.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Run(CancellationToken cancellation)
    {
        _binding.SynchronizeBoundInputs();
        _session.Run(_binding, cancellation);
        _binding.SynchronizeBoundOutputs();
    }

    /// <inheritdoc/>
    public void Dispose() => _binding.Dispose();
}
