using System.Runtime.CompilerServices;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Pipeline.Signing;

/// <summary>Signers whose signatures an authority time-stamps, so that manifests outlive their certificates (RFC 3161).</summary>
/// <param name="signers">Who signs.</param>
/// <param name="authority">Who attests the time.</param>
public sealed class TimeStampedSigners(ISigners signers, TimeStampAuthority authority) : ISigners
{
    private readonly ConditionalWeakTable<SigningIdentity, SigningIdentity> _stamped = [];

    /// <inheritdoc/>
    public async ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation) =>
        _stamped.GetValue(await signers.Of(tenant, cancellation), identity => identity.TimeStampedBy(authority));

    /// <summary>The signers themselves, or with time-stamps where there is an authority.</summary>
    /// <param name="signers">Who signs.</param>
    /// <param name="address">Where the authority answers; null for none.</param>
    public static ISigners Over(ISigners signers, Uri? address) => address is null
        ? signers
        : new TimeStampedSigners(signers, new TimeStampAuthority(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, address));
}
