using System.Text.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>What things cost, and since when. Prices that hold at the same time add up: so much a second of work, and so much a gibibyte.</summary>
/// <param name="prices">Data of the deployment.</param>
public sealed class PriceTable(IReadOnlyList<Price> prices)
{
    /// <summary>What is accepted as a setting, in words.</summary>
    public const string Accepted =
        "a JSON array of prices such as [{\"stage\":\"render\",\"engine\":\"world\",\"per\":\"work-second\",\"usd\":0.00005,\"since\":\"2026-11-01\"}]";

    /// <summary>Nothing costs anything.</summary>
    public static PriceTable Free { get; } = new([]);

    /// <summary>The prices.</summary>
    public IReadOnlyList<Price> Prices { get; } = prices;

    /// <summary>What so much costs, in millionths of a US dollar, rounded once, half to even.</summary>
    /// <param name="stage">Stage of what was used.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="at">When.</param>
    /// <param name="amounts">How much.</param>
    public long MicroDollars(string stage, string engine, DateTimeOffset at, UsageAmounts amounts)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return (long)decimal.Round(Prices.Where(price => price.Holds(stage, engine, day)).Sum(price => price.Of(amounts)) * 1_000_000m, MidpointRounding.ToEven);
    }

    /// <summary>Reads a setting.</summary>
    /// <param name="json">Null or empty for no prices.</param>
    /// <exception cref="RequestException">Names what is wrong.</exception>
    public static PriceTable Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return Free;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? new PriceTable([.. document.RootElement.EnumerateArray().Select(item => Checked(StrictJson.Read<PriceWish>(item)))])
                : throw Refuse(null, $"It must be {Accepted}.");
        }
        catch (JsonException)
        {
            throw Refuse(null, $"It must be {Accepted}.");
        }
    }

    private static Price Checked(PriceWish wish)
    {
        var unit = Enum.GetValues<PriceUnit>().Cast<PriceUnit?>().FirstOrDefault(one => Word(one!.Value) == wish.Per)
            ?? throw Refuse("per", $"per must be one of: {string.Join(", ", Enum.GetValues<PriceUnit>().Select(Word))}.");
        return wish.Stage is not null && !UsageStage.All.Contains(wish.Stage) ? throw Refuse("stage", $"stage must be one of: {string.Join(", ", UsageStage.All)}.")
            : wish.Usd is < 0 or > 1_000_000 ? throw Refuse("usd", "usd must be a number from 0 to 1,000,000.")
            : wish.Until <= wish.Since ? throw Refuse("until", "until must be a day after since.")
            : new Price(wish.Stage, wish.Engine, unit, wish.Usd, wish.Since, wish.Until);
    }

    private static string Word(PriceUnit unit) => JsonNamingPolicy.KebabCaseLower.ConvertName(unit.ToString());

    private static RequestException Refuse(string? field, string message) => new(new RequestError(field, message));
}
