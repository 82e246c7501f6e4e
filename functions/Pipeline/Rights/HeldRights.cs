using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>What a tenant may show of rights-holders, in the markets and channels of an order, at an instant.</summary>
public sealed class HeldRights
{
    private readonly RightsIndex _index;
    private readonly string _tenant;
    private readonly ILookup<string, Given> _grants;
    private readonly IReadOnlyList<string>? _markets;
    private readonly IReadOnlyList<string> _channels;
    private readonly DateTimeOffset _now;

    /// <summary>Finds it out.</summary>
    /// <param name="index">The registry.</param>
    /// <param name="tenant">Who orders.</param>
    /// <param name="markets">The markets of the order; null for everywhere.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="grants">All grants that the tenant was given.</param>
    /// <param name="now">The clock.</param>
    public HeldRights(
        RightsIndex index, string tenant, IReadOnlyList<string>? markets, IReadOnlyList<string> channels, IReadOnlyList<GrantRow> grants, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(index);
        (_index, _tenant, _markets, _channels, _now) = (index, tenant, markets, [.. channels.Select(name => ChannelProfile.Find(name)?.Name ?? name)], now);
        _grants = grants.ToLookup(grant => grant.HolderId, grant => new Given(grant, RightsJson.Words(grant.Works), Missing(grant)));
        Rules = index.Works.Where(work => work.Rules.Count > 0 && IsAllowed(work)).SelectMany(work => work.Rules).ToFrozenSet();
        Key = Rules.Count == 0 ? "" : $"/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rules.Order(StringComparer.Ordinal)))))[..16]}";
    }

    /// <summary>Rules of the built-in lists that don't hold for this order.</summary>
    public IReadOnlySet<string> Rules { get; }

    /// <summary>Changes when <see cref="Rules"/> do: part of the key under which a judgement is kept. Empty for no rules.</summary>
    public string Key { get; }

    /// <summary>The texts, as the judge is to see them.</summary>
    /// <param name="texts">What is judged.</param>
    public IReadOnlyList<ModeratedText> Lifted(IReadOnlyList<ModeratedText> texts) =>
        Rules.Count == 0 ? texts : [.. texts.Select(text => text with { Granted = Rules })];

    /// <summary>The works that texts name.</summary>
    /// <param name="texts">Where to look.</param>
    public IReadOnlyList<FoundWork> Find(IEnumerable<ModeratedText> texts) => _index.Find(texts);

    /// <summary>Whether works have pictures with which others are compared.</summary>
    public bool KnowsPictures => _index.HasPictures;

    /// <inheritdoc cref="RightsIndex.Find(string, PictureFingerprint)"/>
    public IReadOnlyList<FoundWork> Find(string field, PictureFingerprint print) => _index.Find(field, print);

    /// <summary>A work of the registry; null where it is not there any more.</summary>
    /// <param name="id">Of the work.</param>
    public RegisteredWork? Find(string id) => _index.Find(id);

    /// <summary>Whether a work may be shown.</summary>
    /// <param name="work">Which.</param>
    public bool IsAllowed(RegisteredWork work) => IsOwn(work) || GrantOf(work) is not null;

    /// <summary>Whether a work is looked after by who orders.</summary>
    /// <param name="work">Which.</param>
    public bool IsOwn(RegisteredWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Tenant == _tenant;
    }

    /// <summary>The grant by which a work may be shown, the one with the smallest share of several; null for none.</summary>
    /// <param name="work">Which.</param>
    public GrantRow? GrantOf(RegisteredWork work) => For(work)
        .Where(given => given.Missing is null)
        .Select(given => given.Grant)
        .OrderBy(grant => grant.ShareBasisPoints).ThenBy(grant => grant.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Why the grants that there are for a work don't do, in plain words; empty where there are none.</summary>
    /// <param name="work">Which.</param>
    public string WhyNot(RegisteredWork work) => string.Concat(For(work).Take(3).Select(given => $" {given.Grant.Id} {given.Missing}."));

    private IEnumerable<Given> For(RegisteredWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _grants[work.HolderId].Where(given => given.Works.Count == 0 || given.Works.Contains(work.Work.Id));
    }

    /// <summary>What a grant lacks for the order; null for nothing.</summary>
    private string? Missing(GrantRow grant)
    {
        if (grant.RevokedAt is not null)
        {
            return "was revoked";
        }

        if (grant.From > _now)
        {
            return $"begins on {Day(grant.From)}";
        }

        if (grant.Until <= _now)
        {
            return $"ended on {Day(grant.Until.Value)}";
        }

        var markets = RightsJson.Words(grant.Markets);
        if (markets.Count > 0 && (_markets is null || _markets.Except(markets).Any()))
        {
            return $"holds in the markets {string.Join(", ", markets)} alone: name no others in markets";
        }

        var channels = RightsJson.Words(grant.Channels);
        return channels.Count > 0 && _channels.Except(channels).Any() ? $"holds for the channels {string.Join(", ", channels)} alone" : null;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A grant, for which works it is (none: all), and what it lacks for the order; null for nothing.</summary>
    private sealed record Given(GrantRow Grant, IReadOnlyList<string> Works, string? Missing);
}
