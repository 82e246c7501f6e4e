using System.Security.Cryptography;
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Sessions;

/// <summary>
/// A folder of graphs that were optimised before. An entry is a folder named by the model's files (path, length, time of writing),
/// the provider and the version of ONNX Runtime; it appears whole or not at all, so that processes may share the cache.
/// </summary>
internal sealed class OptimisedGraphs(string folder)
{
    private const string Graph = "model.onnx";

    /// <summary>The optimised graph of a model, written by <paramref name="write"/> if it is not there yet.</summary>
    /// <param name="modelPath">The model.</param>
    /// <param name="provider">What the graph is optimised for.</param>
    /// <param name="write">Writes the optimised graph to the path that it is given.</param>
    public string GetOrAdd(string modelPath, ExecutionProvider provider, Action<string> write)
    {
        var entry = Path.Combine(folder, Key(modelPath, provider));
        var graph = Path.Combine(entry, Graph);
        if (File.Exists(graph))
            return graph;
        var draft = Directory.CreateDirectory($"{entry}.{Guid.NewGuid():N}").FullName;
        try
        {
            write(Path.Combine(draft, Graph));
            Directory.Move(draft, entry);
        }
        catch (IOException) when (File.Exists(graph))
        {
            // Another process was quicker.
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, true);
        }
        return graph;
    }

    private static string Key(string modelPath, ExecutionProvider provider)
    {
        var files = ModelFiles.Of(modelPath).Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        var identity = string.Join('\n', [.. files, provider.ToString(), OrtEnv.Instance().GetVersionString()]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32];
    }
}
