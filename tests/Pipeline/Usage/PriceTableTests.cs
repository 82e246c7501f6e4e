using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Tests.Usage;

public sealed class PriceTableTests
{
    private const string Two = """
        [{"stage":"render","engine":"world","per":"work-second","usd":0.00005,"since":"2026-01-01","until":"2026-11-23"},
         {"stage":"render","engine":"world","per":"work-second","usd":0.00007,"since":"2026-11-23"},
         {"per":"gibibyte","usd":0.01,"since":"2026-01-01"}]
        """;

    [Theory]
    [InlineData("2026-11-22T23:59:59Z", 500)]
    [InlineData("2026-11-23T00:00:00Z", 700)]
    [InlineData("2025-12-31T23:59:59Z", 0)]
    public void Price_holds_from_its_first_day_to_the_day_before_its_end(string at, long microDollars) => Assert.Equal(
        microDollars,
        PriceTable.Read(Two).MicroDollars("render", "world", DateTimeOffset.Parse(at), new UsageAmounts { WorkMilliseconds = 10_000 }));

    [Fact]
    public void Prices_that_hold_at_once_add_up_and_are_rounded_once()
    {
        var amounts = new UsageAmounts { WorkMilliseconds = 10_000, Bytes = 1L << 29 };
        Assert.Equal(5_700, PriceTable.Read(Two).MicroDollars("render", "world", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), amounts));
        Assert.Equal(5_000, PriceTable.Read(Two).MicroDollars("cut", "media", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), amounts));
    }

    [Theory]
    [InlineData("""{"per":"second"}""", null)]
    [InlineData("""[{"per":"hour","usd":1,"since":"2026-01-01"}]""", "per")]
    [InlineData("""[{"per":"second","usd":-1,"since":"2026-01-01"}]""", "usd")]
    [InlineData("""[{"per":"second","usd":1,"since":"2026-01-02","until":"2026-01-02"}]""", "until")]
    [InlineData("""[{"stage":"dream","per":"second","usd":1,"since":"2026-01-02"}]""", "stage")]
    public void Wrong_setting_is_refused_by_the_name_of_its_field(string json, string? field) =>
        Assert.Equal(field, Assert.Throws<RequestException>(() => PriceTable.Read(json)).Errors[0].Field);
}
