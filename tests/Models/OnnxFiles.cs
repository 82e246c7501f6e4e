using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Tests;

public static class OnnxFiles
{
    public static string Save(this OnnxGraph graph, string path, int opset = 17)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, graph.Model(opset));
        return path;
    }
}
