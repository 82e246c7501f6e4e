using System.Text.RegularExpressions;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests;

/// <summary>azure.yaml fits the repository and the infrastructure.</summary>
public sealed partial class AzdTests
{
    private static readonly string _text = File.ReadAllText(RepositoryFolder.Path("azure.yaml"));
    private static readonly Workspace _workspace = Workspace.Open(RepositoryFolder.Path("bicep"));

    private static readonly Dictionary<string, string> _services = Service().Matches(Block("services"))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["body"].Value);

    [Fact]
    public void Every_service_lies_where_it_says()
    {
        Assert.Equal(["functions", "world", "gpu"], _services.Keys);
        Assert.All(_services.Values, body => Assert.Single(Directory.EnumerateFiles(RepositoryFolder.Path(Value(body, "project")), "*.csproj")));
    }

    [Fact]
    public void Every_image_has_its_recipe_and_the_root_of_the_repository_around_it() => Assert.All(
        _services.Values.Where(body => Value(body, "host") == "containerapp"),
        body =>
        {
            var project = RepositoryFolder.Path(Value(body, "project"));
            Assert.True(File.Exists(Path.Combine(project, Value(body, "path"))));
            Assert.Equal(RepositoryFolder.Root, Path.GetFullPath(Path.Combine(project, Value(body, "context"))));
        });

    [Fact]
    public void What_an_image_is_made_of_is_sent_along()
    {
        var sent = File.ReadAllLines(RepositoryFolder.Path(".dockerignore"));
        var copied = File.ReadAllLines(RepositoryFolder.Path("gpu-worker", "Service", "Dockerfile"))
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]);

        // A folder is sent with all that is in it.
        Assert.All(copied, source => Assert.Contains(sent, line => line == $"!{source}" || (line.StartsWith('!') && source.StartsWith($"{line[1..]}/", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_template_tags_what_each_service_is_put_on() => Assert.Equal(
        _services.Keys.Order(StringComparer.Ordinal),
        Walk.Expressions(TopTemplate()).Select(found => found.Value).OfType<ObjectExpression>()
            .Select(body => body.Find("azd-service-name")).OfType<TextExpression>().Select(text => text.Fixed!).Order(StringComparer.Ordinal));

    [Fact]
    public void The_template_gives_what_azd_asks_for()
    {
        var outputs = TopTemplate().Of<OutputDeclaration>().Select(output => output.Name).ToList();

        Assert.Contains("AZURE_CONTAINER_REGISTRY_ENDPOINT", outputs);
        Assert.All(Variable().Matches(Block("services")), match => Assert.Contains(match.Groups[1].Value, outputs));
    }

    [Fact]
    public void No_file_of_the_infrastructure_is_taken_for_the_template_of_a_service() => Assert.All(
        _services.Keys.SelectMany(name => new[] { $"{name}.bicep", $"{name}.bicepparam" }),
        file => Assert.False(File.Exists(RepositoryFolder.Path("bicep", file)), file));

    [Fact]
    public void The_hooks_are_there() => Assert.All(
        Regex.Matches(Block("hooks"), @"run: (\S+)"),
        match => Assert.True(File.Exists(RepositoryFolder.Path(match.Groups[1].Value)), match.Value));

    [Theory]
    [InlineData("prepare.sh")]
    [InlineData("prepare.ps1")]
    public void What_has_no_default_is_set_by_azd_or_by_the_hook(string hook)
    {
        var text = File.ReadAllText(RepositoryFolder.Path("bicep", "hooks", hook));
        var needed = Walk.Expressions(_workspace.Templates.Single(template => template.Path == "main.bicepparam"))
            .Select(found => found.Value).OfType<CallExpression>()
            .Where(call => call.Name == "readEnvironmentVariable" && call.Arguments.Count == 1)
            .Select(call => ((TextExpression)call.Arguments[0]).Fixed!)
            .ToList();

        Assert.Contains("SORA_WORKER_TOKEN", needed);
        Assert.All(
            needed.Except(["AZURE_ENV_NAME", "AZURE_LOCATION"]),
            name => Assert.Contains($"azd env set {name} ", text));
    }

    private static Template TopTemplate() => _workspace.Templates.Single(template => template.Path == "main.bicep");

    private static string Block(string name) => Regex.Match(_text, $@"(?ms)^{name}:\n(.*?)(?=^\S|\z)").Groups[1].Value;

    private static string Value(string body, string key) => Regex.Match(body, $@"(?m)^\s+{key}: (\S+)$").Groups[1].Value;

    [GeneratedRegex(@"(?m)^  (?<name>[a-z]+):\n(?<body>(?:    .*\n)+)")]
    private static partial Regex Service();

    [GeneratedRegex(@"\$\{([A-Z_]+)\}")]
    private static partial Regex Variable();
}
