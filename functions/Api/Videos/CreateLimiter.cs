using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Limits;

namespace SoraFunctions.Api.Videos;

/// <summary>Keeps one tenant from ordering faster than the deployment allows, over all its machines.</summary>
internal sealed class CreateLimiter(IRequestRates rates, ApiOptions options)
{
    private const int SecondsInAMinute = 60;
    private static readonly TimeSpan _burst = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _usual = TimeSpan.FromSeconds(1);

    /// <summary>Counts one order.</summary>
    /// <exception cref="ApiException">It is one too many just now.</exception>
    public async Task Enter(string tenant, CancellationToken cancellation)
    {
        var verdict = await rates.Count(new LimitedParty($"orders of {tenant}", options.CreatesPerSecond * SecondsInAMinute, int.MaxValue) { Burst = _burst }, cancellation);
        if (!verdict.Allowed)
        {
            throw Refusals.Limited(
                "rate_limit_exceeded", $"Too many videos were ordered at once: {options.CreatesPerSecond} a second are taken. Ask again shortly.",
                verdict.Wait > _shortest ? verdict.Wait : _usual);
        }
    }
}
