using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Authentication;

/// <summary>Who calls; a feature of every request that showed a key.</summary>
/// <param name="Key">With which key.</param>
/// <param name="Row">What its tenant has set and may have; null while that is nothing.</param>
internal sealed record Caller(ApiKeyRow Key, TenantSettingRow? Row)
{
    /// <summary>Whose key it is.</summary>
    public string Tenant => Key.TenantId;
}
