namespace SoraFunctions.Models.Upscaling;

/// <summary>What enlarges a picture.</summary>
public enum UpscalingMethod
{
    /// <summary>A filter, which adds no detail.</summary>
    Lanczos,

    /// <summary>The small network.</summary>
    Slim,

    /// <summary>The larger network: twice the time, finer lines.</summary>
    Medium,
}
