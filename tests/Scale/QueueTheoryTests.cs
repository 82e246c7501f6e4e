using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Scale.Tests;

public sealed class QueueTheoryTests
{
    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 0.85)]
    [InlineData(20, 0.9)]
    public void Waits_of_exponential_service_agree_with_Erlang_C(int servers, double use)
    {
        const double service = 0.5;
        var load = use * servers;
        var (run, station) = Queues.One(load / service, service, servers, (int)(400_000 * service / load / 60));

        var waited = 1 - station.Waits.PartWithin(0);
        Assert.InRange(waited / ErlangC.PartThatWaits(load, servers), 0.97, 1.03);
        Assert.InRange(station.Waits.Mean / ErlangC.MeanWait(load, service, servers), 0.93, 1.07);
        Assert.InRange(station.BusyArea / run.End / load, 0.98, 1.02);
    }

    [Fact]
    public void Fixed_service_halves_the_wait_at_one_server_as_Pollaczek_and_Khinchine_say()
    {
        var (_, station) = Queues.One(8, 0.1, 1, 800, Spread.Fixed);

        Assert.InRange(station.Waits.Mean / (ErlangC.MeanWait(0.8, 0.1, 1) / 2), 0.95, 1.05);
    }

    [Fact]
    public void Erlang_C_gives_the_values_of_the_textbook()
    {
        Assert.Equal(0.6, ErlangC.PartThatWaits(0.6, 1), 12);
        Assert.Equal(1.0 / 3, ErlangC.PartThatWaits(1, 2), 12);
        Assert.Equal(1, ErlangC.PartThatWaits(5, 5));
        Assert.Equal(double.PositiveInfinity, ErlangC.MeanWait(5, 1, 5));
    }

    [Fact]
    public void The_servers_that_Erlang_C_asks_for_are_enough_and_one_less_is_not()
    {
        foreach (var load in new[] { 0.3, 7.2, 93.0, 1_870.5 })
        {
            const double service = 3, wait = 1.5;
            var servers = ErlangC.Servers(load, service, wait);
            double Late(int count) => ErlangC.PartThatWaits(load, count) * Math.Exp(-(count - load) * wait / service);
            Assert.True(Late(servers) <= 0.05);
            Assert.True(servers - 1 <= load || Late(servers - 1) > 0.05);
        }
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(1.25)]
    public void A_station_saturates_where_arithmetic_says(double use)
    {
        const int servers = 10, minutes = 120;
        var (run, station) = Queues.One(use * servers / 2, 2, servers, minutes);

        var overflow = Math.Max(0, run.Came - (servers / 2.0 * minutes * 60));
        Assert.InRange(run.End - (minutes * 60), (overflow * 2 / servers) - 60, (overflow * 2 / servers) + 90);
        Assert.True(use > 1 ? station.LongestLine > 0.8 * overflow : station.LongestLine < 300);
    }

    [Fact]
    public void Quantiles_of_a_tally_are_right_to_one_per_cent()
    {
        var tally = new Tally();
        foreach (var n in Enumerable.Range(1, 10_000))
        {
            tally.Add(n / 100.0);
        }

        Assert.InRange(tally.Quantile(0.5), 49.5, 50.5);
        Assert.InRange(tally.Quantile(0.95), 94, 96);
        Assert.InRange(tally.PartWithin(30), 0.295, 0.306);
        Assert.Equal(50.005, tally.Mean, 6);
    }
}
