using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Tests.Staging.Sounds;

public sealed class SoundBookTests
{
    [Fact]
    public void Rolling_ball_is_logged_rolling_as_fast_as_it_moves_and_with_its_weight()
    {
        var log = Log(Deed.Roll, Setting.WoodenTable, Thing(Form.Ball, Matter.Metal, 0.06), 2);
        var run = log.Sound.Rubbing[0];
        var track = log.Tracks[0];
        var speed = (Math.Abs(track.Poses[1][0] - track.Poses[31][0]) + 1e-9) / 1.0;
        Assert.InRange(run.Rolls[10], 0.7 * speed, 1.4 * speed);
        Assert.All(run.Slips, slip => Assert.InRange(slip, 0, 0.01));
        Assert.InRange(run.Forces.Average(), 0.85 * track.Mass * 9.81, 1.1 * track.Mass * 9.81);
    }

    [Fact]
    public void Sliding_box_is_logged_sliding_slower_and_slower()
    {
        var run = Log(Deed.Slide, Setting.Kitchen, Thing(Form.Box, Matter.Cardboard, 0.15), 2).Sound.Rubbing[0];
        Assert.True(run.Slips[0] > 2 * run.Slips[^1] && run.Slips[0] > 0.1);
    }

    [Fact]
    public void Contact_tells_how_far_away_it_is()
    {
        var contact = Log(Deed.Drop, Setting.MarbleCounter, Thing(Form.Can, Matter.Metal, 0.12), 1).Contacts[0];
        Assert.InRange(contact.Distance, 0.3, 3);
    }

    [Fact]
    public void Break_is_logged_when_it_happens_with_all_its_pieces()
    {
        var log = Log(Deed.Shatter, Setting.WhiteStudio, Thing(Form.Cup, Matter.Ceramic, 0.12), 1.5m);
        var fracture = Assert.Single(log.Sound.Fractures);
        Assert.InRange(fracture.Time - log.Contacts[0].Time, -0.002, 0.005);
        Assert.InRange(fracture.Pieces.Sum(), 0.95 * log.Tracks[0].Mass, 1.05 * log.Tracks[0].Mass);
        Assert.Contains(log.Contacts, contact => contact.Size < 0.08);
    }

    [Fact]
    public void Splash_is_logged_within_two_milliseconds_of_touching_the_water()
    {
        var log = Log(Deed.SplashIn, Setting.Sea, Thing(Form.Ball, Matter.Wood, 0.1), 1);
        var splash = log.Sound.Splashes[0];
        var poses = log.Tracks[0].Poses;
        var before = poses[(int)(splash.Time * 30)];
        Assert.InRange(before[1], 0.04, 0.05 + (splash.Speed / 30) + 0.01);
        Assert.InRange(splash.Speed, 1, 4);
        Assert.NotEmpty(log.Sound.Drips);
    }

    [Fact]
    public void Pour_fills_the_glass()
    {
        var pour = Assert.Single(Log(Deed.Pour, Setting.Kitchen, Thing(Form.DrinkingGlass, Matter.Glass, 0.14), 3).Sound.Pours);
        Assert.True(pour.Depths[^1] > 0.05 && pour.Columns[^1] < 0.7 * pour.Columns[0]);
        Assert.Contains(pour.Rates, rate => rate > 0);
    }

    [Fact]
    public void Car_turns_its_engine_and_a_toy_has_none()
    {
        var car = Assert.Single(Log(Deed.Drive, Setting.RooftopSunset, Thing(Form.Car, Matter.Metal, 1.4), 2).Sound.Engines);
        Assert.All(car.Revolutions, revolutions => Assert.InRange(revolutions, 800, 6000));
        var toy = Assert.Single(Log(Deed.Drive, Setting.WoodenTable, Thing(Form.Car, Matter.Plastic, 0.08), 1).Sound.Engines);
        Assert.All(toy.Revolutions, revolutions => Assert.Equal(0, revolutions));
    }

    [Fact]
    public void Rain_says_what_it_falls_on()
    {
        Assert.Equal(Matter.Stone, Log(Deed.Stand, Setting.NightStreet, Thing(Form.Can, Matter.Metal, 0.12), 0.5m, Atmosphere.Rain).Sound.Rain?.Surface);
        Assert.Null(Log(Deed.Stand, Setting.NightStreet, Thing(Form.Can, Matter.Metal, 0.12), 0.5m, Atmosphere.Clear).Sound.Rain);
    }

    [Fact]
    public void Sound_of_the_fullest_shot_is_logged_in_less_than_a_hundred_kilobytes()
    {
        var balls = Thing(Form.Ball, Matter.Wood, 0.03) with { Id = "balls", Count = 40 };
        var log = Log(Deed.Shower, Setting.WhiteStudio, [Thing(Form.Bottle, Matter.Glass, 0.2), balls], 4);
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(log.Sound, ContractJson.Default.Options).Length, 1000, 100_000);
    }

    private static Subject Thing(Form form, Matter matter, double height) => new() { Id = "thing", Name = "Thing", Form = form, Matter = matter, Height = height };

    private static ClipLog Log(Deed deed, Setting setting, Subject subject, decimal seconds, Atmosphere? air = null) => Log(deed, setting, [subject], seconds, air);

    private static ClipLog Log(Deed deed, Setting setting, Subject[] cast, decimal seconds, Atmosphere? air = null) => Director.Stage(
        new ShotOrder
        {
            Cast = cast,
            Format = new(640, 360),
            Look = new(),
            Seed = 11,
            Shot = new() { Id = "shot", Seconds = seconds, Setting = setting, Subjects = [.. cast.Select(subject => subject.Id)], Action = deed, Atmosphere = air },
        },
        ShotAssets.None, CancellationToken.None).Log;
}
