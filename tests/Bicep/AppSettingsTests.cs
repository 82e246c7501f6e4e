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
    public void The_functions_get_every_setting_of_ours_that_they_read()
    {
        var asked = AskedBy(settings => AzureOptions.Read(settings)).Where(name => name.StartsWith("SORA_", StringComparison.Ordinal));
        Assert.Contains("SORA_REMOTES", asked);
        Assert.Empty(asked.Except(OwnSettings()));
    }

    [Fact]
    public void The_worker_gets_either_the_token_or_all_that_tokens_of_identities_are_judged_by()
    {
        var choice = Walk.Expressions(Template("modules/worker.bicep")).Select(found => found.Value).OfType<ChoiceExpression>()
            .Single(one => Names(one.Yes).Contains("SORA_WORKER_TOKEN"));
        Assert.Equal(["SORA_WORKER_TOKEN"], Names(choice.Yes));
        Assert.Equal(["SORA_WORKER_AUTHORITY", "SORA_WORKER_AUDIENCE", "SORA_WORKER_CALLERS"], Names(choice.No));

        static IEnumerable<string?> Names(Expression list) =>
            (list as ListExpression)?.Items.OfType<ObjectExpression>().Select(body => (body.Find("name") as TextExpression)?.Fixed) ?? [];
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
