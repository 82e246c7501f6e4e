using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Sessions;

/// <summary>A model file and the files of weights that it names.</summary>
public static class ModelFiles
{
    /// <summary>The model and the weights beside it that are there, the model first.</summary>
    /// <exception cref="ModelLoadException">There is no such model, or it cannot be read.</exception>
    public static IReadOnlyList<FileInfo> Of(string modelPath)
    {
        var model = new FileInfo(modelPath);
        if (!model.Exists)
            throw new ModelLoadException(modelPath, "there is no such file");
        try
        {
            var folder = model.DirectoryName!;
            var weights = OnnxHeaderReader.Read(modelPath).ExternalFiles.Select(name => new FileInfo(Path.Combine(folder, name)));
            return [model, .. weights.Where(file => file.Exists)];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException(modelPath, exception.Message, exception);
        }
    }

    /// <summary>Bytes of a model with its external weights: what a loaded session needs at least.</summary>
    /// <exception cref="ModelLoadException">There is no such model, or it cannot be read.</exception>
    public static long Bytes(string modelPath) => Of(modelPath).Sum(file => file.Length);
}
