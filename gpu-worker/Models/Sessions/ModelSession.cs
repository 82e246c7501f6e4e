using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Sessions;

/// <summary>A loaded model. One session serves any number of threads at once.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtAllocator? _allocator;

    private ModelSession(string modelPath, SessionSettings settings, ProviderChoice<(InferenceSession Session, string? CacheProblem)> choice, string? cacheProblem)
    {
        _session = choice.Value.Session;
        ModelPath = modelPath;
        Provider = choice.Provider;
        _allocator = PageLocked(_session, Provider, settings.GpuIndex);
        Fallbacks = choice.Fallbacks;
        CacheProblem = cacheProblem ?? choice.Value.CacheProblem;
        Inputs = [.. _session.InputNames.Select(name => TensorSpec.Of(name, _session.InputMetadata[name]))];
        Outputs = [.. _session.OutputNames.Select(name => TensorSpec.Of(name, _session.OutputMetadata[name]))];
    }

    /// <summary>The file that the model was loaded from.</summary>
    public string ModelPath { get; }

    /// <summary>What computes it.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>The better providers that could not be used, with the reasons.</summary>
    public IReadOnlyList<ProviderFallback> Fallbacks { get; }

    /// <summary>Why the optimised graph could not be kept for the next start; null when it was, or when none was asked for.</summary>
    public string? CacheProblem { get; }

    /// <summary>The inputs, in the model's order.</summary>
    public IReadOnlyList<TensorSpec> Inputs { get; }

    /// <summary>The outputs, in the model's order.</summary>
    public IReadOnlyList<TensorSpec> Outputs { get; }

    /// <summary>Loads a model on the best provider that works.</summary>
    /// <param name="modelPath">An .onnx file; external weights lie beside it.</param>
    /// <param name="settings">How to load it.</param>
    /// <exception cref="ModelLoadException">The file is missing or no provider can load it.</exception>
    public static ModelSession Open(string modelPath, SessionSettings settings)
    {
        ModelFiles.Of(modelPath);
        var (usable, problem) = WithUsableCache(settings);
        try
        {
            return new(modelPath, settings, ProviderLadder.Descend(settings.Providers, provider => Load(modelPath, usable, provider)), problem);
        }
        catch (ProvidersExhaustedException exception)
        {
            throw new ModelLoadException(modelPath, exception.Message, exception);
        }
    }

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">A value for each input, by name.</param>
    /// <param name="outputs">The outputs to compute, in the order wanted; null for all.</param>
    /// <param name="cancellation">Ends the run between two operators.</param>
    /// <returns>The outputs; the caller disposes them.</returns>
    /// <exception cref="OnnxRuntimeException">A name, shape or type does not fit, or memory ran out.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string>? outputs = null, CancellationToken cancellation = default)
    {
        IDisposableReadOnlyCollection<OrtValue>? results = null;
        Cancellably(options => results = _session.Run(options, inputs, outputs ?? _session.OutputNames), cancellation);
        return results!;
    }

    /// <summary>A binding of this model's tensors, for runs that are repeated; the caller disposes it before the session.</summary>
    public SessionBinding Bind() => new(this, _session.CreateIoBinding());

    /// <summary>
    /// A tensor in this process's memory, for inputs and outputs: page-locked where the model runs on a GPU, so that copies to and from it are
    /// quick. Its content is not set; the caller disposes it before the session.
    /// </summary>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Its dimensions.</param>
    public OrtValue Allocate(TensorElementType type, params long[] shape) => OrtValue.CreateAllocatedTensorValue(_allocator ?? OrtAllocator.DefaultInstance, type, shape);

    /// <summary>Runs the model once on zeros, so that the first caller does not pay for memory, kernels and engines.</summary>
    /// <param name="axes">Lengths of named dimensions; a free dimension that is not named here has length 1.</param>
    /// <exception cref="OnnxRuntimeException">The model refuses these lengths.</exception>
    public void WarmUp(IReadOnlyDictionary<string, long>? axes = null)
    {
        var inputs = new Dictionary<string, OrtValue>();
        try
        {
            foreach (var input in Inputs)
            {
                var shape = input.Shape.Select((length, axis) =>
                    length >= 0 ? length : axes?.GetValueOrDefault(input.Axes[axis], 1) ?? 1).ToArray();
                inputs[input.Name] = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, input.Type, shape);
                inputs[input.Name].GetTensorMutableRawData().Clear();
            }
            Run(inputs).Dispose();
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }

    /// <summary>Frees the model. No run may be under way.</summary>
    public void Dispose()
    {
        _allocator?.Dispose();
        _session.Dispose();
    }

    internal void Run(OrtIoBinding binding, CancellationToken cancellation) =>
        Cancellably(options => _session.RunWithBinding(options, binding), cancellation);

    private static void Cancellably(Action<RunOptions> run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var options = new RunOptions();
        using var registration = cancellation.Register(() => options.Terminate = true);
        try
        {
            run(options);
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    // Page-locked memory is wished for, not needed: without it copies are slower.
    private static OrtAllocator? PageLocked(InferenceSession session, ExecutionProvider provider, int gpu)
    {
        if (provider == ExecutionProvider.Cpu)
            return null;
        try
        {
            using var memory = new OrtMemoryInfo("CudaPinned", OrtAllocatorType.DeviceAllocator, gpu, OrtMemType.CpuOutput);
            return new(session, memory);
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }

    private static (SessionSettings Settings, string? Problem) WithUsableCache(SessionSettings settings)
    {
        if (settings.CacheFolder is not { } folder)
            return (settings, null);
        try
        {
            Directory.CreateDirectory(folder);
            return (settings, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (settings with { CacheFolder = null }, exception.Message);
        }
    }

    private static (InferenceSession Session, string? CacheProblem) Load(string modelPath, SessionSettings settings, ExecutionProvider provider)
    {
        var (graph, problem) = OptimisedGraph(modelPath, settings, provider);
        using var options = SessionOptionsFactory.Create(settings, provider, settings.Optimisation);
        return (new InferenceSession(graph, options), problem);
    }

    // The graph is kept at a level without layouts of one processor and optimised further when it is loaded:
    // so a first and a second start run the same graph. TensorRT keeps engines of its own.
    private static (string Graph, string? Problem) OptimisedGraph(string modelPath, SessionSettings settings, ExecutionProvider provider)
    {
        if (settings.CacheFolder is not { } folder || provider == ExecutionProvider.TensorRt)
            return (modelPath, null);
        using var options = SessionOptionsFactory.Create(settings, provider, GraphOptimizationLevel.ORT_ENABLE_EXTENDED);
        try
        {
            return (new OptimisedGraphs(folder).GetOrAdd(modelPath, provider, path =>
            {
                options.OptimizedModelFilePath = path;
                // A graph over 2 GB must keep its weights in a file of their own.
                options.AddSessionConfigEntry("session.optimized_model_external_initializers_file_name", Path.GetFileName(path) + ".data");
                options.AddSessionConfigEntry("session.optimized_model_external_initializers_min_size_in_bytes", "1024");
                new InferenceSession(modelPath, options).Dispose();
            }), null);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or IOException or UnauthorizedAccessException)
        {
            return (modelPath, exception.Message);
        }
    }
}
