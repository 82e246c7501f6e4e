using System.Globalization;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Engines;

/// <summary>What engines cost and how fast they are, and the choice among them.</summary>
/// <param name="directory">Knows them.</param>
/// <param name="estimates">Knows how fast they were of late.</param>
/// <param name="prices">What things cost.</param>
/// <param name="health">Knows which other servers answer.</param>
/// <param name="time">The clock.</param>
public sealed class EngineMarket(EngineDirectory directory, UsageEstimates estimates, PriceTable prices, RemoteHealth health, TimeProvider time)
{
    private const long UsualPixels = 1280L * 720 * 30;

    /// <summary>All engines.</summary>
    /// <param name="tenant">Whose remotes are among them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<EngineOffer>> Offers(string tenant, CancellationToken cancellation)
    {
        var offers = new List<EngineOffer>();
        var ill = await health.Ill(tenant, cancellation);
        foreach (var known in await directory.List(tenant, cancellation))
        {
            var engine = ill.TryGetValue(known.Info.Name, out var why) ? known with { Info = EngineDirectory.Sleeping(known.Info, why) } : known;
            var speed = await estimates.Speed(tenant, UsageStage.Render, engine.Info.Name, cancellation);
            var held = engine.PricePerSecond is null ? Held(engine.Info.Name) : [];
            var price = engine.PricePerSecond ?? PriceOf(held, speed);
            offers.Add(new EngineOffer(engine, price, speed) { IsPriceOpen = price is null && held.Count > 0 });
        }

        return offers;
    }

    /// <summary>Chooses an engine.</summary>
    /// <param name="tenant">Whose order.</param>
    /// <param name="field">Where the model stands in it.</param>
    /// <param name="wish">By what.</param>
    /// <param name="order">What is wanted of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">None is within the cap, or allowed.</exception>
    public async Task<EngineChoice> Choose(string tenant, string field, AutoModel wish, EngineNeeds order, CancellationToken cancellation)
    {
        var offers = await Offers(tenant, cancellation);
        var allowed = offers.Where(offer => order.Allowed?.Contains(offer.Name) ?? true).ToList();
        var within = allowed.Where(offer => wish.MostPerSecond is not { } most || !offer.IsPriceOpen && (offer.PricePerSecond ?? 0) <= most).ToList();
        var ready = within.Where(offer => offer.Ready).ToList();

        // A worker that sleeps wakes for the order: where nobody is ready, those that may become so are chosen among.
        var candidates = ready.Count > 0 ? ready : within;
        if (candidates.Count == 0)
        {
            throw allowed.Count == 0
                ? new RequestException(new RequestError(field, $"The policy of this tenant allows none of the engines that there are: {string.Join(", ", offers.Select(offer => offer.Name))}.", RequestErrorCodes.PolicyViolation))
                : new RequestException(new RequestError(
                    field, $"{field}: no engine costs {wish.MostPerSecond?.ToString(CultureInfo.InvariantCulture)} US dollars a second or less. {Told(allowed)}"));
        }

        var ranked = (wish.Preference switch
        {
            EnginePreference.Cheapest => candidates.OrderBy(offer => offer.IsPriceOpen).ThenBy(offer => offer.PricePerSecond ?? 0).ThenByDescending(offer => Fit(offer, order)),
            EnginePreference.Fastest => candidates.OrderBy(offer => offer.Speed?.WorkPerSecond ?? double.MaxValue).ThenByDescending(offer => Fit(offer, order)),
            _ => candidates.OrderByDescending(offer => Fit(offer, order)).ThenBy(offer => offer.IsPriceOpen).ThenBy(offer => offer.PricePerSecond ?? 0),
        }).ThenBy(offer => offer.Name, StringComparer.Ordinal).ToList();
        var down = within.Where(offer => !offer.Ready && ready.Count > 0).Select(offer => offer.Name).ToList();
        return new EngineChoice(
            ranked[0].Name,
            $"The engine '{ranked[0].Name}' was chosen as the {wish.Preference.ToString().ToLowerInvariant()} of {candidates.Count}: {Why(ranked[0], wish.Preference, order)}."
                + (down.Count > 0 ? $" Not ready at present: {string.Join(", ", down)}." : ""),
            [.. ranked.Skip(1).Select(offer => offer.Name)]);
    }

    private List<Price> Held(string engine)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return [.. prices.Prices.Where(price => price.Holds(UsageStage.Render, engine, day))];
    }

    private static decimal? PriceOf(List<Price> held, EngineSpeed? speed)
    {
        if (held.Count == 0 || speed is null && held.Any(price => price.Unit is PriceUnit.WorkSecond or PriceUnit.GpuSecond))
        {
            return null;
        }

        var work = speed is null ? 0 : (long)(speed.WorkPerMegapixel * UsualPixels / 1e6);
        return held.Sum(price => price.Of(new UsageAmounts
        {
            Milliseconds = 1_000, Pixels = UsualPixels, WorkMilliseconds = work, GpuMilliseconds = (long)(work * (speed?.GpuPart ?? 0)),
        }));
    }

    /// <summary>How much of an order an engine shows.</summary>
    private static int Fit(EngineOffer offer, EngineNeeds order) => offer.Engine.Info.Abilities is not { } can ? 0
        : (order.Words && can.ReadsWords ? 2 : 0)
        + (order.Pictures && (can.ShowsPictures || can.KeepsProducts) ? 4 : 0)
        + (order.Model && can.ShowsModels ? 4 : 0)
        + (can.LogsContacts ? 1 : 0);

    private static string Why(EngineOffer offer, EnginePreference preference, EngineNeeds order) => preference switch
    {
        EnginePreference.Cheapest => offer.PricePerSecond is { } price ? $"a second of 1280x720 costs {price.ToString("0.######", CultureInfo.InvariantCulture)} US dollars" : offer.IsPriceOpen ? "its price is not known yet" : "it has no price",
        EnginePreference.Fastest => offer.Speed is { } speed
            ? string.Create(CultureInfo.InvariantCulture, $"it took {speed.WorkPerSecond:0.##} s for a second of video of late")
            : "no engine was measured yet",
        _ => $"of this order it shows {string.Join(", ", Shown(offer, order).DefaultIfEmpty("what it can"))}",
    };

    private static IEnumerable<string> Shown(EngineOffer offer, EngineNeeds order)
    {
        var can = offer.Engine.Info.Abilities;
        return new[]
        {
            order.Model && can is { ShowsModels: true } ? "the 3-D model" : null,
            order.Pictures && can is { ShowsPictures: true } or { KeepsProducts: true } ? "the product's pictures" : null,
            order.Words && can is { ReadsWords: true } ? "its own words" : null,
            can is { LogsContacts: true } ? "contacts with their sound" : null,
        }.OfType<string>();
    }

    private static string Told(IEnumerable<EngineOffer> offers) => string.Join(
        ", ", offers.Select(offer => $"{offer.Name}: {offer.PricePerSecond?.ToString("0.######", CultureInfo.InvariantCulture) ?? (offer.IsPriceOpen ? "not known yet" : "no price")}"));
}
