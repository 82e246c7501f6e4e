using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SoraFunctions.Azure.Blobs;

/// <summary>Keeps a user delegation key and asks for the next one well before it ends. Safe to use from several threads.</summary>
/// <param name="service">Who gives keys.</param>
/// <param name="time">The clock.</param>
internal sealed class DelegationKeys(BlobServiceClient service, TimeProvider time)
{
    /// <summary>The service grants seven days at most, counted from its own now.</summary>
    private static readonly TimeSpan _life = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30);

    /// <summary>What is left of a key beyond the last link that it signed.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _asking = new(1);
    private (UserDelegationKey Key, DateTimeOffset End)? _kept;

    /// <summary>A key that outlasts a moment.</summary>
    /// <param name="moment">At most <see cref="LinkSigner.LongestLife"/> from now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<UserDelegationKey> LastingUntil(DateTimeOffset moment, CancellationToken cancellation)
    {
        if (Kept(moment) is { } known)
        {
            return known;
        }

        await _asking.WaitAsync(cancellation);
        try
        {
            if (Kept(moment) is { } other)
            {
                return other;
            }

            var now = time.GetUtcNow();
            UserDelegationKey key = await service.GetUserDelegationKeyAsync(now - LinkSigner.ClockSkew, now + _life, cancellation);
            _kept = (key, now + _life);
            return key;
        }
        finally
        {
            _asking.Release();
        }
    }

    private UserDelegationKey? Kept(DateTimeOffset moment) => _kept is { } kept && moment + _margin <= kept.End ? kept.Key : null;
}
