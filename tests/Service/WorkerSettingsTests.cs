using Microsoft.Extensions.Configuration;

namespace SoraFunctions.Service.Tests;

public sealed class WorkerSettingsTests
{
    private static WorkerSettings Read(params (string Name, string Value)[] variables) => WorkerSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)))
        .Build());

    [Fact]
    public void Environment_says_where_and_how_to_work()
    {
        var settings = Read(("SORA_WORKER_FOLDER", "/data"), ("SORA_WORKER_TOKEN", "t"), ("SORA_WORKER_SHOTS", "2"), ("SORA_WORKER_DISK_BUDGET", "1000"));
        Assert.Equal(("/data", 2, (long?)1000L, "t"), (settings.Desk.Folder, settings.Desk.Shots, settings.Desk.DiskBudget, settings.Http.Token));
    }

    [Fact]
    public void Empty_environment_means_the_defaults() => Assert.Equal(1, Read().Desk.Shots);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2 GB")]
    [InlineData("9999999")]
    public void Number_that_makes_no_sense_is_refused_by_name(string value) =>
        Assert.Contains("SORA_WORKER_SHOTS", Assert.Throws<InvalidDataException>(() => Read(("SORA_WORKER_SHOTS", value))).Message);
}
