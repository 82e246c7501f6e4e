using SoraFunctions.Azure.Orchestrators;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests;

/// <summary>Alerts look for what the programs write.</summary>
public sealed class AlertsTests
{
    [Fact]
    public void A_failed_orchestration_is_looked_for_under_the_category_that_logs_it()
    {
        var alerts = Workspace.Open(RepositoryFolder.Path("bicep")).Templates.Single(template => template.Path == "modules/alerts.bicep");
        var texts = Walk.Expressions(alerts).Select(found => found.Value).OfType<TextExpression>().Select(text => text.Fixed ?? "");

        Assert.Contains(texts, text => text.Contains($"'{typeof(OrchestratorDoor).FullName}'", StringComparison.Ordinal));
    }
}
