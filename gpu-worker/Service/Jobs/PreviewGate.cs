using System.Security.Cryptography;

namespace SoraFunctions.Service.Jobs;

/// <summary>Shows previews that somebody has looked at. A verdict is kept while its picture may be asked for again.</summary>
/// <param name="judge">Who looks; null where nobody does, and all are shown.</param>
internal sealed class PreviewGate(PreviewJudge? judge)
{
    private const int Kept = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string?> _verdicts = [];
    private readonly Queue<string> _order = new();

    /// <summary>The picture, or why it is not shown.</summary>
    public async Task<JobPreview> Show(byte[] picture, CancellationToken cancellation)
    {
        if (judge is null)
        {
            return new JobPreview(picture, null);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        if (!Knows(hash, out var withheld))
        {
            withheld = await judge(picture, cancellation);
            Keep(hash, withheld);
        }

        return withheld is null ? new JobPreview(picture, null) : new JobPreview(null, withheld);
    }

    private bool Knows(string hash, out string? withheld)
    {
        lock (_lock)
        {
            return _verdicts.TryGetValue(hash, out withheld);
        }
    }

    private void Keep(string hash, string? withheld)
    {
        lock (_lock)
        {
            if (_verdicts.TryAdd(hash, withheld))
            {
                _order.Enqueue(hash);
            }

            while (_order.Count > Kept)
            {
                _verdicts.Remove(_order.Dequeue());
            }
        }
    }
}
