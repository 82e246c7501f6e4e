using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Plates;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World.Staging;

/// <summary>Stages a shot: makes its cast, builds its set, lets the solver perform the deed, and moves the camera.</summary>
public static class Director
{
    private const double Facing = 0.25;

    /// <summary>Stages a shot. Equal orders and assets give equal results.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="assets">The decoded pictures and models of its cast.</param>
    /// <param name="cancellation">Gives up.</param>
    public static StagedShot Stage(ShotOrder order, ShotAssets assets, CancellationToken cancellation) =>
        Stage(order, assets, static _ => { }, cancellation);

    /// <summary>As the public one; says what the set is like before the deed is performed.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="assets">The decoded pictures and models of its cast.</param>
    /// <param name="built">Is told the stage as far as it is known then: its cast and its scenery, without what the deed adds.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static StagedShot Stage(ShotOrder order, ShotAssets assets, Action<Stage> built, CancellationToken cancellation) =>
        Stage(order, assets, (setting, brief) => SetBuilder.Build(setting, brief), built, [], cancellation);

    /// <summary>Stages a shot in front of a plate.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="assets">The decoded pictures and models of its cast.</param>
    /// <param name="light">The light of the plate.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static StagedShot Stage(ShotOrder order, ShotAssets assets, PlateLight light, CancellationToken cancellation)
    {
        List<string> warnings = [];
        return Stage(
            PlateOrder.Of(order, warnings), assets, (setting, brief) => PlateSet.Design(SetBuilder.Build(setting, brief), light), static _ => { }, warnings,
            cancellation);
    }

    private static StagedShot Stage(
        ShotOrder order, ShotAssets assets, Func<Setting, SetBrief, SetDesign> build, Action<Stage> built, List<string> warnings,
        CancellationToken cancellation)
    {
        Check(order);
        var random = new Random((int)(order.Seed ^ (order.Seed >> 32)));
        var casting = Casting.Of(order, assets, random, warnings);
        var lead = casting.Lead;
        (order, var set) = Fitting.Of(order, fitted => build(fitted.Shot.Setting, SetBrief.Of(fitted, lead.Size)), warnings);
        var (centre, size) = Framed.Of(order.Shot, casting);
        var view = View.Of(order.Shot.Camera, order.Format, centre, size);
        var radius = 0.5f * lead.Size.Length();
        Unfit.Say(order, casting, warnings);
        var empty = new Stage
        {
            Instances = [],
            Ground = set.Ground,
            Backdrop = set.Backdrop,
            Lights = Lamps.Place(order.Shot.Light, set, order.Look, new(0, 0.5f * lead.Size.Y, 0), radius),
            Exposure = set.Exposure,
            Warmth = set.Warmth + Mood(order.Look.Mood),
            Grade = Grades.Of(order.Look.Mood),
            Haze = set.Haze,
            Seed = order.Seed,
        };
        built(empty with { Instances = [.. casting.Parts, .. set.Scenery.Select(fixture => fixture.Instance)] });

        var frames = order.Format.FramesIn(order.Shot.Seconds);
        var scene = new Scene(lead, Moving(order.Shot.Action, casting), view, (double)order.Shot.Seconds, set.Surface, random)
        {
            Look = order.Look,
            Seed = order.Seed,
            Depth = Math.Max(0.5, set.Ground.Depth > 0 ? set.Ground.Depth : 4),
            Weightless = set.Ground.Pattern == GroundPattern.None,
            CameraOrbits = order.Shot.Camera.Move is CameraMove.OrbitLeft or CameraMove.OrbitRight,
        };
        var props = Arrangement.Place(lead, Waiting(order.Shot.Action, casting), view, random);
        var performance = Search(order, scene, casting, props, set, frames, warnings, cancellation);

        var path = new CameraPath(view, order.Shot.Camera.Move);
        IReadOnlyList<Fixture> fixtures =
            [.. set.Scenery, .. order.Shot.Camera.Move == CameraMove.Reveal ? new[] { Foreground.Pillar(view, path.At(0, 0, default)) } : []];
        var air = Airing.Of(order, set, view, lead);
        var stage = empty with
        {
            Instances = Filming.Instances(performance, fixtures),
            Particles = [.. performance.Effects.SelectMany(effect => effect.Looks), .. air?.Looks ?? []],
        };
        var states = Filming.States(performance, fixtures, air, path, order.Format, (double)order.Shot.Seconds);
        var log = Logbook.Of(performance, set.Matter, Airing.Heard(order, set), states[1..], order.Format, warnings);
        if (order.Bare)
        {
            var airs = air?.Looks.Count ?? 0;
            var first = stage.Particles.Count - airs;
            stage = EmptySet.Of(stage, fixtures.Count, airs);
            states = [.. states.Select(state => EmptySet.Of(state, fixtures.Count, first))];
        }

        return new(stage, states[0], states[1..], log);
    }

    private static void Check(ShotOrder order)
    {
        if (order.Cast.Count == 0)
        {
            throw new InvalidDataException("The cast is empty; a shot shows 1 to 8 subjects.");
        }

        foreach (var subject in order.Cast)
        {
            if (subject.Height is not (>= 0.005 and <= 20) || subject.Count is < 1 or > 60)
            {
                throw new InvalidDataException(
                    $"The subject {subject.Id} has height {subject.Height} m and count {subject.Count}; 0.01 to 5 m and 1 to 60 are possible.");
            }
        }
    }

    // The pieces that the deed itself sets in motion; the rest only stands around.
    private static IReadOnlyList<Piece> Moving(Deed deed, Casting casting) => deed switch
    {
        Deed.Shower or Deed.Orbit => [.. casting.Props, .. casting.Copies],
        Deed.Collide or Deed.Shatter or Deed.BackFlip when casting.Props.Count > 0 => [casting.Props[0]],
        Deed.Collide when casting.Copies.Count > 0 => [casting.Copies[0]],
        _ => [],
    };

    private static IReadOnlyList<Piece> Waiting(Deed deed, Casting casting) => deed switch
    {
        Deed.Shower or Deed.Orbit => [],
        Deed.Collide or Deed.Shatter or Deed.BackFlip => [.. casting.Props.Skip(1)],
        _ => casting.Props,
    };

    private static Performance Search(
        ShotOrder order, Scene scene, Casting casting, List<Mark> props, SetDesign set, int frames, List<string> warnings, CancellationToken cancellation)
    {
        Performance? latest = null;
        var upwards = false;
        foreach (var plan in Choreography.Of(order.Shot.Action, scene))
        {
            upwards = plan.EndsUpright;

            // A second try turns the start by as much as the first one ended askew.
            var turn = 0.0;
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var lead = plan.Lead.Motor is null ? plan.Lead.Turned(turn) : plan.Lead;
                IReadOnlyList<Mark> marks = [lead, .. plan.Others, .. Company.Of(order.Shot.Action, lead, casting, scene), .. props];
                latest = Performance.Of(plan, marks, set.Surface, order.Format, frames, cancellation);
                var (position, orientation, _) = latest.Moments[^1].Bodies[0];
                var inView = Math.Abs(position.X) < (0.88 * scene.View.HalfWidth) - (0.5 * new Vector2(scene.Lead.Size.X, scene.Lead.Size.Z).Length());
                var upright = orientation.Turn(Vector3d.UnitY).Y > 0.985 && Math.Abs(position.Y - scene.Lead.Rest) < 0.1 * scene.Lead.Size.Y &&
                    Math.Abs(position.X) < 0.6 * scene.View.HalfWidth;
                var askew = Math.IEEERemainder(orientation.Yaw() - scene.Lead.BestYaw, Math.Tau);
                if ((inView || !plan.EndsInView) && (!plan.EndsUpright || (upright && (!scene.Lead.HasFace || Math.Abs(askew) < Facing))))
                {
                    return latest;
                }

                if (!upright || !plan.EndsUpright)
                {
                    break;
                }

                turn = -askew;
            }
        }

        warnings.Add(upwards
            ? $"{scene.Lead.Subject.Name} did not end upright with its face to the camera, whichever way it was let go."
            : $"{scene.Lead.Subject.Name} did not end within the picture, whichever way it was set in motion.");
        return latest!;
    }

    private static float Mood(Mood mood) => mood switch
    {
        Contract.Storyboards.Mood.Festive => 0.2f,
        Contract.Storyboards.Mood.Calm => -0.05f,
        Contract.Storyboards.Mood.Energetic => -0.1f,
        Contract.Storyboards.Mood.Elegant => 0.05f,
        _ => 0,
    };
}
