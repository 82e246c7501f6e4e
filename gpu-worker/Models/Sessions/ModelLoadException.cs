namespace SoraFunctions.Models.Sessions;

/// <summary>A model file could not be loaded.</summary>
public sealed class ModelLoadException(string modelPath, string reason, Exception? inner = null)
    : Exception($"the model {modelPath} cannot be loaded: {reason}", inner)
{
    /// <summary>The file.</summary>
    public string ModelPath { get; } = modelPath;
}
