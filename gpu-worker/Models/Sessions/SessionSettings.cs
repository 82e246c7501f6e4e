using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>How models are loaded and run.</summary>
public sealed record SessionSettings
{
    /// <summary>The providers to try, best first.</summary>
    public IReadOnlyList<ExecutionProvider> Providers { get; init; } = [ExecutionProvider.TensorRt, ExecutionProvider.Cuda, ExecutionProvider.Cpu];

    /// <summary>How far graphs are optimised when they are loaded.</summary>
    public GraphOptimizationLevel Optimisation { get; init; } = GraphOptimizationLevel.ORT_ENABLE_ALL;

    /// <summary>A folder for optimised graphs and TensorRT engines, so that the next start is quicker; null for none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Bytes that the arena of a session may take on the GPU; null for no limit.</summary>
    public long? GpuArenaBytes { get; init; }

    /// <summary>Whether a session on the CPU keeps the memory of a run for the next one. Off, it holds its weights alone between runs.</summary>
    public bool CpuArena { get; init; } = true;

    /// <summary>Threads that compute one operator on the CPU; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Which GPU, counted from 0.</summary>
    public int GpuIndex { get; init; }

    /// <summary>Whether TensorRT may compute in half precision.</summary>
    public bool HalfPrecision { get; init; } = true;
}
