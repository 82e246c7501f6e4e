using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Media.Sound.Music;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class TempoMapTests
{
    [Theory]
    [InlineData(84)]
    [InlineData(112)]
    [InlineData(124)]
    public void Cuts_of_an_advertisement_begin_bars(double tempo)
    {
        var cues = CueSheet.Of(10, [2.533, 4.567, 7.1], 7.5);
        var map = TempoMap.Fit(cues, tempo, false);
        var bars = map.Bars().Select(bar => map.At(bar.Start)).Append(map.At(map.LastBeat)).ToList();
        Assert.All(cues.Cuts, cut => Assert.Contains(bars, start => Math.Abs(start - cut) < 0.001));
    }

    [Fact]
    public void Tempo_bends_little_and_the_last_chord_rings_out() => Prop.ForAll(
        Gen.Choose(60, 140).Zip(Gen.Choose(4, 60)).Zip(Gen.Choose(8, 50).ListOf().Where(list => list.Count < 12)).ToArbitrary(),
        drawn =>
        {
            var ((tempo, seconds), tenths) = drawn;
            var cuts = new List<double>();
            foreach (var length in tenths)
            {
                if (cuts.LastOrDefault() + length / 10.0 < seconds - 1)
                    cuts.Add(cuts.LastOrDefault() + length / 10.0);
            }

            var map = TempoMap.Fit(CueSheet.Of(seconds, cuts, null), tempo, false);
            var paces = map.Points.Zip(map.Points.Skip(1), (a, b) => 60 * (b.Beat - a.Beat) / (b.Time - a.Time));
            var (fast, slow) = ((1 + TempoMap.Range) / (1 - TempoMap.Give), (1 + TempoMap.Give) / (1 - TempoMap.Range));
            return paces.All(pace => pace / tempo < fast + 0.001 && tempo / pace < slow + 0.001)
                && seconds - map.At(map.LastBeat) is > 0.3 and < 5.5
                && map.Bars().Sum(bar => bar.Beats) == map.LastBeat
                && map.Bars().All(bar => bar.Beats is >= 1 and <= 4);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Ordered_tempo_is_kept()
    {
        var map = TempoMap.Fit(CueSheet.Of(10, [2.5, 5, 7.5], null), 96, true);
        Assert.InRange((map.At(1) - map.At(0)) * 96 / 60, 1 - TempoMap.GiveOfOrdered, 1 + TempoMap.GiveOfOrdered);
        Assert.InRange((map.At(map.LastBeat) - map.At(map.LastBeat - 1)) * 96 / 60, 1 - TempoMap.GiveOfOrdered, 1 + TempoMap.GiveOfOrdered);
    }

    [Fact]
    public void Last_chord_falls_on_the_end_card()
    {
        var map = TempoMap.Fit(CueSheet.Of(10, [3, 5], 7.5), 100, false);
        Assert.Equal(7.5, map.At(map.LastBeat), 6);
    }
}
