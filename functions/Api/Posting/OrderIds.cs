using System.Text;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Posting;

/// <summary>
/// Ids of what one POST makes. With an idempotency key they follow from it and from when it was first seen: the same request, asked again
/// after a crash, makes the same things.
/// </summary>
internal sealed class OrderIds
{
    private readonly DateTimeOffset _at;
    private readonly byte[]? _origin;
    private int _count;

    /// <summary>Ids by chance.</summary>
    public OrderIds(DateTimeOffset at) => _at = at;

    /// <summary>Ids by key.</summary>
    public OrderIds(string tenant, string key, DateTimeOffset firstSeen)
    {
        _at = firstSeen;
        _origin = Encoding.UTF8.GetBytes($"{tenant}\n{key}\n{firstSeen.UtcTicks}\n");
    }

    /// <summary>When the request was first seen.</summary>
    public DateTimeOffset At => _at;

    /// <summary>The next id: a prefix and 32 hex digits of a version 7 UUID (RFC 9562), which rises with time.</summary>
    public string Next(string prefix) => $"{prefix}_{NextGuid():n}";

    private Guid NextGuid()
    {
        var count = _count++;
        return _origin is null ? Guid.CreateVersion7(_at) : DerivedGuid.Of(_at, [.. _origin, (byte)count]);
    }
}
