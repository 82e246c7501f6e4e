using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Pipeline;

namespace SoraFunctions.Azure.Tests.Parity;

/// <summary>host.json and the sample of local settings, against the code.</summary>
public sealed class SettingsTests
{
    private static readonly JsonElement _host = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
    private static readonly JsonElement _durable = _host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void Instances_begin_under_the_version_of_the_catalog_and_older_ones_are_taken() => Assert.Equal(
        (OrchestrationVersions.Write(PipelineServices.CatalogVersion), "CurrentOrOlder", "Reject"),
        (Text("defaultVersion"), Text("versionMatchStrategy"), Text("versionFailureStrategy")));

    [Fact]
    public void Routes_have_no_prefix() =>
        Assert.Equal("", _host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Queues_are_looked_into_as_often_as_a_plan_that_scales_to_zero_wants()
    {
        var longest = TimeSpan.Parse(_durable.GetProperty("storageProvider").GetProperty("maxQueuePollingInterval").GetString()!);
        Assert.InRange(longest, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Name_of_the_task_hub_can_be_one() => Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", Text("hubName")!);

    [Fact]
    public void Partitions_are_as_many_as_there_can_be() =>
        Assert.InRange(_durable.GetProperty("storageProvider").GetProperty("partitionCount").GetInt32(), 1, 16);

    [Fact]
    public void Sample_of_local_settings_is_accepted()
    {
        var sample = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
        var values = sample.GetProperty("Values").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString());
        var options = AzureOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        Assert.Null(options.ContentSafetyUrl);
        Assert.Equal(new Uri("http://localhost:7071"), options.PublicUrl);
    }

    private static string? Text(string name) => _durable.GetProperty(name).GetString();
}
