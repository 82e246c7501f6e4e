using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SoraFunctions.Service.Tests;

/// <summary>The recipes of the images, read against the script that takes their steps outside of a container.</summary>
public sealed partial class ContainerTests
{
    private static readonly string _folder = Path.Combine(Checkout(), "gpu-worker", "Service");

    public static TheoryData<string> Recipes { get; } = ["Dockerfile", "Dockerfile.gpu"];

    [GeneratedRegex(@"^step '(.+)'$", RegexOptions.Multiline)]
    private static partial Regex Taken();

    [GeneratedRegex(@"^# step: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"(SORA_WORKER_[A-Z_]+)=(\S+)")]
    private static partial Regex Setting();

    private static string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Script_takes_every_step_of_the_recipe_in_its_order(string recipe) => Assert.Equal(
        Named().Matches(Text(recipe)).Select(match => match.Groups[1].Value), Taken().Matches(Text("container-check.sh")).Select(match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_instruction_that_does_something_belongs_to_a_step(string recipe)
    {
        var named = false;
        var lines = Text(recipe).Replace("\\\n", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Where(line => !line.StartsWith("# ", StringComparison.Ordinal) || Named().IsMatch(line)))
        {
            var instruction = line.Split(' ')[0];
            named = instruction switch
            {
                "#" => true,
                "FROM" => false,
                "WORKDIR" => named,
                // The runtime itself, which the machine of the script has.
                "COPY" when line.Contains("/usr/share/dotnet", StringComparison.Ordinal) => named,
                _ => named ? true : throw new InvalidDataException($"'{line}' belongs to no step"),
            };
        }
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Image_runs_as_a_user_listens_and_is_probed_where_the_program_answers(string recipe)
    {
        var text = Text(recipe);
        Assert.Contains("\nUSER $APP_UID\n", text);
        Assert.Contains("\nEXPOSE 8080\n", text);
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", text);
        Assert.Contains("http://127.0.0.1:8080/healthz", text);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"SoraFunctions.Service.dll\"]", text);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Settings_of_the_image_can_be_read(string recipe)
    {
        var given = Setting().Matches(Text(recipe)).Where(match => !match.Groups[2].Value.StartsWith("...", StringComparison.Ordinal))
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, (string?)match.Groups[2].Value)).DistinctBy(pair => pair.Key).ToList();
        var settings = WorkerSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        Assert.Equal("/data", settings.Desk.Folder);
        Assert.NotNull(settings.Desk.WarmUp);
        Assert.Equal(1, settings.Desk.Shots);
    }

    [Fact]
    public void Gpu_image_has_the_cuda_that_its_onnx_runtime_was_built_for()
    {
        var props = File.ReadAllText(Path.Combine(Checkout(), "Directory.Packages.props"));
        Assert.Contains("Include=\"Microsoft.ML.OnnxRuntime.Gpu\" Version=\"1.26.", props);
        Assert.Contains("FROM nvidia/cuda:12.", Text("Dockerfile.gpu"));
        Assert.Contains("-cudnn-runtime-", Text("Dockerfile.gpu"));
        Assert.Contains("-p:NuGetOnnxRuntime=true", Text("Dockerfile.gpu"));
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
}
