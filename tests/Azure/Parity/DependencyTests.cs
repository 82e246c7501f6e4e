using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SoraFunctions.Azure.Tests.Parity;

public class DependencyTests
{
    /// <summary>The Azure host, and the worker, whose replicas may share a blob container.</summary>
    private static readonly string[] _own =
        ["SoraFunctions.Azure.dll", "SoraFunctions.AzureSurface.dll", "SoraFunctions.Azure.Tests.dll", "SoraFunctions.Service.dll"];

    [Fact]
    public void No_part_but_the_azure_host_and_the_workers_store_knows_an_azure_type()
    {
        var parts = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("SoraFunctions.", StringComparison.Ordinal) || name == "sora.dll"))
            .Where(file => !_own.Contains(Path.GetFileName(file)))
            .ToList();

        Assert.True(parts.Count >= 9, $"only {parts.Count} parts were found");
        Assert.All(parts, part => Assert.DoesNotContain(ReferencesOf(part), IsAzure));
    }

    [Fact]
    public void The_worker_knows_azure_types_in_its_store_alone()
    {
        var service = Path.Combine(Checkout(), "gpu-worker", "Service");
        var knowing = Directory.EnumerateFiles(service, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using Azure", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(service, file)).ToList();

        Assert.NotEmpty(knowing);
        Assert.All(knowing, file => Assert.StartsWith("Stores" + Path.DirectorySeparatorChar, file));
    }

    private static string Checkout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SoraFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run inside a checkout.");
        }

        return folder;
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
