namespace SoraFunctions.Models.Sessions;

/// <summary>A model file and the files of weights that lie beside it.</summary>
public static class ModelFiles
{
    /// <summary>The model and its external weights: every file of its folder whose name begins with the model's name
    /// (model.onnx, model.onnx_data, model.onnx.data), by name.</summary>
    /// <exception cref="ModelLoadException">There is no such file.</exception>
    public static IReadOnlyList<FileInfo> Of(string modelPath)
    {
        var model = new FileInfo(modelPath);
        if (!model.Exists)
            throw new ModelLoadException(modelPath, "there is no such file");
        return [.. model.Directory!.EnumerateFiles(model.Name + "*").OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Bytes of a model with its external weights: what a loaded session needs at least.</summary>
    /// <exception cref="ModelLoadException">There is no such file.</exception>
    public static long Bytes(string modelPath) => Of(modelPath).Sum(file => file.Length);
}
