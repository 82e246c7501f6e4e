using System.Reflection;
using Microsoft.Extensions.Configuration;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Service;
using SoraFunctions.Telemetry;

namespace SoraFunctions.Bicep.Tests;

/// <summary>The programs read exactly the settings that the infrastructure gives them.</summary>
public sealed class AppSettingsTests
{
    private static readonly Workspace _workspace = Workspace.Open(RepositoryFolder.Path("bicep"));

    [Fact]
    public void The_functions_get_every_setting_that_they_need()
    {
        var settings = new AskedSettings();
        var complaint = Assert.Throws<InvalidDataException>(() => AzureOptions.Read(settings)).Message;
        var needed = settings.Names.Where(name => complaint.Contains($"{name} is missing", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(needed);
        Assert.Empty(needed.Except(OwnSettings()));
    }

    [Fact]
    public void The_functions_get_no_setting_of_ours_that_they_do_not_read()
    {
        var asked = AskedBy(settings => AzureOptions.Read(settings));

        Assert.Contains("SORA_DATABASE", asked);
        Assert.Empty(OwnSettings().Except(asked));
    }

    [Fact]
    public void The_worker_gets_no_setting_that_it_does_not_read()
    {
        var read = typeof(RenderDesk).Assembly.GetType("SoraFunctions.Service.WorkerSettings", throwOnError: true)!
            .GetMethod("Read", BindingFlags.Public | BindingFlags.Static)!;
        var asked = AskedBy(settings => read.Invoke(null, [settings]));
        var given = Walk.Expressions(Template("modules/worker.bicep"))
            .Select(found => found.Value).OfType<ObjectExpression>()
            .Where(body => body.Find("secretRef") is not null || body.Find("value") is not null)
            .Select(body => ((TextExpression)body.Find("name")!).Fixed!)
            .ToList();

        Assert.Contains("SORA_WORKER_TOKEN", given);
        Assert.Empty(given.Except(asked).Except([TelemetryRegistration.CollectorAddress]));
    }

    [Fact]
    public void The_settings_are_those_that_reach_the_app()
    {
        var names = Walk.Expressions(Template("modules/functions.bicep")).Select(found => found.Value)
            .OfType<CallExpression>().Single(call => call.Name == "union").Arguments.OfType<NameExpression>().Select(name => name.Name);

        Assert.Equal(["hostSettings", "ownSettings"], names);
    }

    private static HashSet<string> OwnSettings() =>
        [.. ((ObjectExpression)((VariableDeclaration)Template("modules/functions.bicep").Symbol("ownSettings")!).Value).Properties.Select(one => one.Name!)];

    private static Template Template(string path) => _workspace.Templates.Single(template => template.Path == path);

    private static HashSet<string> AskedBy(Action<IConfiguration> read)
    {
        var settings = new AskedSettings();
        Record.Exception(() => read(settings));
        return settings.Names;
    }
}
