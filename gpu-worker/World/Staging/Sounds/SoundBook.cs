using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Pour;
using SoraFunctions.World.Physics.Water;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging.Sounds;

/// <summary>Gathers what sounds in a shot, as its camera hears it. Times that it is given are the simulation's unless it is said otherwise.</summary>
/// <param name="marks">The bodies.</param>
/// <param name="names">Their names.</param>
/// <param name="ground">What the ground is made of.</param>
/// <param name="listener">The camera.</param>
/// <param name="start">When the clip begins.</param>
/// <param name="seconds">How long it is.</param>
internal sealed class SoundBook(
    IReadOnlyList<Mark> marks, Func<int, string> names, Matter ground, Listener listener, double start, double seconds)
{
    private const int MostDrips = 300;
    private const double PourStep = 0.05;

    // Metres under water at which nothing that rubs is heard.
    private const double Sunk = 0.02;

    private readonly List<FractureEvent> _fractures = [];
    private readonly List<SplashEvent> _splashes = [];
    private readonly List<SplashEvent> _drips = [];
    private readonly List<PourRun> _pours = [];
    private readonly List<ClothRun> _cloths = [];
    private readonly List<EngineRun> _engines = [];
    private readonly List<RubbingRun> _rubbing = [];

    /// <summary>The rain.</summary>
    public Rainfall? Rain { get; set; }

    /// <summary>Sparks a second.</summary>
    public double Sparks { get; set; }

    /// <summary>All of it.</summary>
    public SoundLog Log => new()
    {
        Rubbing = _rubbing, Fractures = _fractures, Splashes = _splashes, Drips = _drips, Pours = _pours, Rain = Rain, Cloths = _cloths, Engines = _engines,
        Sparks = Sparks,
    };

    /// <summary>What slid and rolled, by pairs of bodies.</summary>
    public void Rub(IEnumerable<(int First, int Second, IReadOnlyList<Rub> Rubs)> pairs)
    {
        foreach (var (first, second, rubs) in RubbingRuns.Of(pairs, start))
        {
            if (rubs[0].Place.Y < -Sunk)
            {
                continue;
            }

            var other = first < 0 ? null : marks[first].Piece;
            var lighter = other is not null && other.Mass.Mass < marks[second].Piece.Mass.Mass ? other : marks[second].Piece;
            var from = rubs[0].Time - start;
            var step = rubs[1].Time - rubs[0].Time;
            _rubbing.Add(new(
                Math.Round(from, 5), Math.Round(step, 5), names(second), first < 0 ? "ground" : names(first),
                marks[second].Piece.Subject.Matter, other?.Subject.Matter ?? ground, Round(lighter.Mass.Mass), Round(Logbook.SizeOf(lighter)),
                [.. rubs.Select(rub => Round(rub.Slip))], [.. rubs.Select(rub => Round(rub.Roll))], [.. rubs.Select(rub => Round(rub.Force))],
                listener.Along(time => rubs[Math.Clamp((int)((time - from) / step), 0, rubs.Count - 1)].Place, from, from + (rubs.Count * step))));
        }
    }

    /// <summary>A body broke.</summary>
    public void Break(double time, int whole, IReadOnlyList<int> pieces, double energy, Vector3d place)
    {
        if (time >= start)
        {
            var (pan, distance) = listener.At(place, time - start);
            var piece = marks[whole].Piece;
            _fractures.Add(new(
                Math.Round(time - start, 5), names(whole), piece.Subject.Matter, Round(energy), Round(piece.Subject.Height),
                [.. pieces.Select(index => Round(marks[index].Piece.Mass.Mass))], new(1, [pan], [distance])));
        }
    }

    /// <summary>Bodies struck water, and drops fell back into it.</summary>
    public void Splash(IEnumerable<WaterStrike> bodies, IEnumerable<WaterStrike> drops)
    {
        _splashes.AddRange(bodies.Where(Within).Select(Struck));
        _drips.AddRange(drops.Where(Within).OrderByDescending(drop => drop.Radius).Take(MostDrips).OrderBy(drop => drop.Time).Select(Struck));
    }

    /// <summary>Something is poured, in seconds of the clip.</summary>
    public void Pour(LiquidPour pour)
    {
        var landings = Enumerable.Range(0, (int)(seconds / PourStep)).Select(i => pour.LandingAt(i * PourStep)).ToArray();
        if (landings.All(landing => landing.Rate == 0))
        {
            return;
        }

        var onto = pour.Mouth > 0 || landings[^1].Depth == 0 ? marks[0].Piece.Subject.Matter : ground;
        _pours.Add(new(
            0, PourStep, onto,
            [.. landings.Select(landing => landing.Rate > 0 ? Math.Round(landing.Rate, 7) : 0)], [.. landings.Select(landing => Round(landing.Speed))],
            [.. landings.Select(landing => Round(landing.Depth))], [.. landings.Select(landing => Round(landing.Column))], Round(pour.Mouth),
            listener.Along(time => landings[Math.Clamp((int)(time / PourStep), 0, landings.Length - 1)].Place, 0, seconds)));
    }

    /// <summary>A cloth moved, by frames in seconds of the clip.</summary>
    public void Cloth(double area, IReadOnlyList<(double Time, double Wind, double Flutter, Vector3d Place)> motion)
    {
        var seen = motion.Where(one => one.Time > -1e-6).ToList();
        if (seen.Count > 1)
        {
            var step = seen[1].Time - seen[0].Time;
            _cloths.Add(new(
                Math.Round(step, 5), Round(area), [.. seen.Select(one => Round(one.Wind))], [.. seen.Select(one => Round(one.Flutter))],
                listener.Along(time => seen[Math.Clamp((int)(time / step), 0, seen.Count - 1)].Place, 0, seconds)));
        }
    }

    /// <summary>A vehicle drove, by frames in seconds of the clip.</summary>
    public void Drive(double mass, double wheelRadius, IReadOnlyList<(double Time, VehicleState State)> drive)
    {
        var seen = drive.Where(one => one.Time > -1e-6).ToList();
        if (seen.Count > 1)
        {
            var step = seen[1].Time - seen[0].Time;
            _engines.Add(new(
                Math.Round(step, 5), Round(mass), Round(wheelRadius), [.. seen.Select(one => Round(one.State.Speed))],
                [.. seen.Select(one => Math.Round(one.State.Revolutions))], [.. seen.Select(one => Round(one.State.Load))],
                [.. seen.Select(one => Round(one.State.Slip))],
                listener.Along(time => seen[Math.Clamp((int)(time / step), 0, seen.Count - 1)].State.Place, 0, seconds)));
        }
    }

    private bool Within(WaterStrike strike) => strike.Time >= start;

    private SplashEvent Struck(WaterStrike strike)
    {
        var time = strike.Time - start;
        var (pan, distance) = listener.At(strike.Place, time);
        return new(Math.Round(time, 5), Round(strike.Radius), Round(strike.Speed), Listener.Significant(strike.Impulse), pan, distance);
    }

    private static double Round(double value) => Listener.Significant(value);
}
