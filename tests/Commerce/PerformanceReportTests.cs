using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Reports;

namespace SoraFunctions.Commerce.Tests;

public sealed class PerformanceReportTests
{
    private static readonly DatedRates _rates = new(new DateOnly(2026, 11, 20), "USD", new Dictionary<string, decimal> { ["EUR"] = 1.1m });

    private static readonly VideoFigures[] _figures =
    [
        new("video_1", "tiktok") { Campaign = "spring", Product = "kettle", Impressions = 1000, Clicks = 50, Orders = [Usd(79), Usd(158)], Costs = [Usd(100)] },
        new("video_1", "youtube") { Campaign = "spring", Product = "kettle", Impressions = 500, Clicks = 10, Orders = [new Money(40, "EUR")], Costs = [Usd(20)] },
        new("video_2", "tiktok") { Impressions = 10, Costs = [Usd(5), new Money(900, "JPY")] },
    ];

    [Fact]
    public void Rows_sum_what_came_of_their_videos_and_keep_the_currency_that_was_paid()
    {
        var report = PerformanceReport.Of(_figures, ReportDimension.Video, _rates);
        var first = report.Rows[0];
        Assert.Equal(("video_1", 1500, 60, 3), (first.Key, first.Impressions, first.Clicks, first.Orders));
        Assert.Equal(["40.00 EUR", "237.00 USD"], first.Revenue.Select(money => money.ToString()));
        Assert.Equal((281m, 120m), (first.Shown, first.Cost));
        Assert.Equal(281 / 120.0 - 1, first.Return!.Value, 12);
        Assert.True(first.LowReturn < first.Return && first.Return < first.HighReturn);
    }

    [Fact]
    public void A_row_without_orders_or_costs_says_what_it_can_not_tell()
    {
        var row = PerformanceReport.Of(_figures, ReportDimension.Video, _rates).Rows[1];
        Assert.Equal((-1.0, -1.0, (double?)null), (row.Return!.Value, row.LowReturn!.Value, row.HighReturn));
        Assert.Equal(["JPY"], row.WithoutRate);
        Assert.Null(Assert.Single(PerformanceReport.Of([new("v", "c")], ReportDimension.Video, _rates).Rows).Return);
    }

    [Theory]
    [InlineData(ReportDimension.Channel, "tiktok,youtube")]
    [InlineData(ReportDimension.Campaign, "spring,")]
    [InlineData(ReportDimension.Product, "kettle,")]
    public void Rows_can_be_any_trait(ReportDimension dimension, string keys) =>
        Assert.Equal(keys, string.Join(',', PerformanceReport.Of(_figures, dimension, _rates).Rows.Select(row => row.Key)));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("春季", "春季")]
    public void A_spreadsheet_takes_no_text_for_a_formula(string campaign, string field)
    {
        var csv = PerformanceReport.Of([new("v", "c") { Campaign = campaign }], ReportDimension.Campaign, _rates).ToCsv();
        Assert.Equal($"{field},0,0,0,0.00,USD,0.00,,0.00,,,,,", csv.Split("\r\n")[1]);
    }

    // Byar's and Garwood's exact limits of a Poisson count: for equal orders Fay and Feuer's interval is Garwood's.
    [Theory]
    [InlineData(1, 0.0253, 5.5716)]
    [InlineData(5, 1.6235, 11.6683)]
    [InlineData(20, 12.2165, 30.8884)]
    public void The_interval_of_equal_orders_is_that_of_a_poisson_count(int orders, double low, double high)
    {
        var interval = RevenueInterval.Of([.. Enumerable.Repeat(10.0, orders)]);
        Assert.Equal(10 * low, interval.Low, 0.002);
        Assert.Equal(10 * high, interval.High, 0.002);
    }

    [Fact]
    public void The_interval_holds_the_truth_in_19_of_20_months()
    {
        // Orders of 20, 50 or 300 come as a Poisson process of mean 8: 8 x 123.33 is the truth.
        var chance = new System.Random(7);
        double[] sizes = [20, 50, 300];
        var held = 0;
        for (var month = 0; month < 2000; month++)
        {
            var orders = new List<double>();
            for (var time = -Math.Log(1 - chance.NextDouble()) / 8; time < 1; time += -Math.Log(1 - chance.NextDouble()) / 8)
            {
                orders.Add(sizes[chance.Next(3)]);
            }

            var interval = RevenueInterval.Of(orders, largest: 300);
            held += interval.Low <= 8 * sizes.Average() && 8 * sizes.Average() <= interval.High ? 1 : 0;
        }

        Assert.InRange(held, 1900, 1999);
    }

    private static Money Usd(decimal amount) => new(amount, "USD");
}
