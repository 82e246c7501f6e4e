namespace SoraFunctions.Bicep.Tests.Rules;

/// <summary>What may be declared, at which version of its interface, and what it is like.</summary>
internal static class KnownTypes
{
    /// <param name="Version">The one that was read up on.</param>
    /// <param name="Tags">Whether it takes tags.</param>
    /// <param name="OfSubscription">Whether it lies in a subscription, not in a resource group.</param>
    public sealed record Facts(string Version, bool Tags = false, bool OfSubscription = false);

    public static readonly IReadOnlyDictionary<string, Facts> Table = new Dictionary<string, Facts>
    {
        ["Microsoft.App/containerApps"] = new("2025-07-01", Tags: true),
        ["Microsoft.App/managedEnvironments"] = new("2025-07-01", Tags: true),
        ["Microsoft.Authorization/roleAssignments"] = new("2022-04-01"),
        ["Microsoft.CognitiveServices/accounts"] = new("2025-06-01", Tags: true),
        ["Microsoft.Consumption/budgets"] = new("2024-08-01"),
        ["Microsoft.ContainerRegistry/registries"] = new("2025-11-01", Tags: true),
        ["Microsoft.DBforPostgreSQL/flexibleServers"] = new("2025-08-01", Tags: true),
        ["Microsoft.DBforPostgreSQL/flexibleServers/administrators"] = new("2025-08-01"),
        ["Microsoft.DBforPostgreSQL/flexibleServers/databases"] = new("2025-08-01"),
        ["Microsoft.DBforPostgreSQL/flexibleServers/firewallRules"] = new("2025-08-01"),
        ["Microsoft.DurableTask/schedulers"] = new("2026-02-01", Tags: true),
        ["Microsoft.DurableTask/schedulers/taskHubs"] = new("2026-02-01"),
        ["Microsoft.Insights/actionGroups"] = new("2023-01-01", Tags: true),
        ["Microsoft.Insights/components"] = new("2020-02-02", Tags: true),
        ["Microsoft.Insights/diagnosticSettings"] = new("2021-05-01-preview"),
        ["Microsoft.Insights/metricAlerts"] = new("2018-03-01", Tags: true),
        ["Microsoft.Insights/scheduledQueryRules"] = new("2023-12-01", Tags: true),
        ["Microsoft.KeyVault/vaults"] = new("2024-11-01", Tags: true),
        ["Microsoft.KeyVault/vaults/keys"] = new("2024-11-01", Tags: true),
        ["Microsoft.KeyVault/vaults/secrets"] = new("2024-11-01", Tags: true),
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = new("2024-11-30", Tags: true),
        ["Microsoft.Network/privateDnsZones"] = new("2024-06-01", Tags: true),
        ["Microsoft.Network/privateDnsZones/A"] = new("2024-06-01"),
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"] = new("2024-06-01", Tags: true),
        ["Microsoft.Network/privateEndpoints"] = new("2024-05-01", Tags: true),
        ["Microsoft.Network/privateEndpoints/privateDnsZoneGroups"] = new("2024-05-01"),
        ["Microsoft.Network/virtualNetworks"] = new("2024-05-01", Tags: true),
        ["Microsoft.OperationalInsights/workspaces"] = new("2025-07-01", Tags: true),
        ["Microsoft.Resources/resourceGroups"] = new("2024-11-01", Tags: true, OfSubscription: true),
        ["Microsoft.Storage/storageAccounts"] = new("2025-06-01", Tags: true),
        ["Microsoft.Storage/storageAccounts/blobServices"] = new("2025-06-01"),
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = new("2025-06-01"),
        ["Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"] = new("2025-06-01"),
        ["Microsoft.Storage/storageAccounts/managementPolicies"] = new("2025-06-01"),
        ["Microsoft.Web/serverfarms"] = new("2025-03-01", Tags: true),
        ["Microsoft.Web/sites"] = new("2025-03-01", Tags: true),
    };
}
