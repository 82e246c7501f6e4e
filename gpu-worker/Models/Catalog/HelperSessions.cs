using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Catalog;

/// <summary>Runs helper models: files from a catalogue, sessions from a pool. Serves all threads.</summary>
/// <param name="catalog">Where the files are.</param>
/// <param name="pool">Where the loaded models are.</param>
public sealed class HelperSessions(HelperModelCatalog catalog, SessionPool pool)
{
    /// <summary>Why a model cannot be used, and how to get it; null when it can.</summary>
    /// <param name="model">Which.</param>
    public string? Problem(HelperModel model) => catalog.Check(model).Problem;

    /// <summary>The file of a model.</summary>
    /// <param name="model">Which.</param>
    /// <exception cref="HelperModelException">It is not installed.</exception>
    public string File(HelperModel model) => catalog.Get(model);

    /// <summary>The folder for a model that the operator mounts; it may be missing.</summary>
    /// <param name="name">The name of the slot.</param>
    public string Slot(string name) => Path.Combine(catalog.Folder, name);

    /// <summary>Runs a model that has one input.</summary>
    /// <param name="model">Which.</param>
    /// <param name="input">The input.</param>
    /// <param name="outputs">The results to compute, in order; null for all.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="HelperModelException">It is not installed or cannot be loaded.</exception>
    public Tensor[] Run(HelperModel model, Tensor input, IReadOnlyCollection<string>? outputs = null, CancellationToken cancellation = default) =>
        Run(catalog.Get(model), input, outputs, cancellation);

    /// <summary>Runs the model of a file that has one input.</summary>
    /// <param name="path">The .onnx file.</param>
    /// <param name="input">The input.</param>
    /// <param name="outputs">The results to compute, in order; null for all.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="HelperModelException">It cannot be loaded.</exception>
    /// <exception cref="OnnxRuntimeException">The input or an output does not fit the model.</exception>
    public Tensor[] Run(string path, Tensor input, IReadOnlyCollection<string>? outputs = null, CancellationToken cancellation = default)
    {
        using var lease = Rent(path);
        using var value = OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape);
        using var results = lease.Session.Run(new Dictionary<string, OrtValue> { [lease.Session.Inputs[0].Name] = value }, outputs, cancellation);
        return [.. results.Select(Tensor.Of)];
    }

    /// <summary>Gives the session of a file until the lease is disposed.</summary>
    /// <param name="path">The .onnx file.</param>
    /// <exception cref="HelperModelException">It cannot be loaded.</exception>
    public SessionLease Rent(string path)
    {
        try
        {
            return pool.Rent(path);
        }
        catch (ModelLoadException exception)
        {
            throw new HelperModelException(exception.Message, exception);
        }
    }
}
