namespace SoraFunctions.Pipeline.Rights;

/// <summary>Who calls.</summary>
/// <param name="Tenant">As whom.</param>
/// <param name="IsOperator">Whether that is the operator of the deployment.</param>
public sealed record RightsCaller(string Tenant, bool IsOperator)
{
    /// <summary>Whether a holder is his to look after; who may not has never heard of it.</summary>
    /// <param name="holder">Which.</param>
    public bool Manages(Data.RightsHolderRow holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return IsOperator || holder.TenantId == Tenant;
    }
}
