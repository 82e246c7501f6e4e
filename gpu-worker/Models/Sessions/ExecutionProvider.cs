namespace SoraFunctions.Models.Sessions;

/// <summary>What computes a model, best first: the order in which <see cref="SessionSettings.Providers"/> tries them.</summary>
public enum ExecutionProvider
{
    /// <summary>NVIDIA TensorRT; operators that it lacks run on CUDA.</summary>
    TensorRt,

    /// <summary>NVIDIA CUDA.</summary>
    Cuda,

    /// <summary>The processor; always there.</summary>
    Cpu,
}
