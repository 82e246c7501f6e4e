namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Who asks, which decides what of a match is shown.</summary>
/// <param name="Tenant">Which tenant; null for somebody without a key.</param>
/// <param name="IsOperator">Whether they run the deployment and may see everything.</param>
public sealed record Viewer(string? Tenant, bool IsOperator)
{
    /// <summary>Somebody without a key.</summary>
    public static Viewer Anyone { get; } = new(null, false);

    /// <summary>Whoever runs the deployment.</summary>
    public static Viewer Operator { get; } = new(null, true);

    /// <summary>Whether something of a tenant may be shown.</summary>
    /// <param name="owner">Whose it is.</param>
    public bool MaySee(string owner) => IsOperator || owner == Tenant;
}
