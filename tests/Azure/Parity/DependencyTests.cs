using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SoraFunctions.Azure.Tests.Parity;

public class DependencyTests
{
    private static readonly string[] _own = ["SoraFunctions.Azure.dll", "SoraFunctions.AzureSurface.dll", "SoraFunctions.Azure.Tests.dll"];

    [Fact]
    public void No_part_but_the_azure_host_knows_an_azure_type()
    {
        var parts = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("SoraFunctions.", StringComparison.Ordinal) || name == "sora.dll"))
            .Where(file => !_own.Contains(Path.GetFileName(file)))
            .ToList();

        Assert.True(parts.Count >= 9, $"only {parts.Count} parts were found");
        Assert.All(parts, part => Assert.DoesNotContain(ReferencesOf(part), IsAzure));
    }

    private static bool IsAzure(string assembly) =>
        assembly.StartsWith("Azure.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Azure.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal)
        || assembly is "SoraFunctions.Azure" or "SoraFunctions.AzureSurface";

    private static List<string> ReferencesOf(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
