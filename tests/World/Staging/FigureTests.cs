using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Tests.Staging;

public sealed class FigureTests
{
    private static readonly Material _skin = new();
    private static readonly Lazy<Figure> _mannequin = new(() => Mannequin.Make(1.741, _skin, new Random(1), true));
    private static readonly Lazy<Figure> _cat = new(() => Cat.Make(0.3, _skin, 1000));

    public static TheoryData<string> Names() => ["mannequin", "cat"];

    [Fact]
    public void A_mannequin_of_a_mans_height_weighs_as_much_as_a_man_in_each_segment()
    {
        double Mass(string limb) => _mannequin.Value.Limbs.Where(l => l.Name.EndsWith(limb, StringComparison.Ordinal)).Sum(l => l.Mass.Mass);
        Assert.Equal(73, _mannequin.Value.Limbs.Sum(limb => limb.Mass.Mass), 0.01);
        Assert.Equal(2 * 0.1416 * 73, Mass("thigh"), 0.01);
        Assert.Equal(2 * 0.0061 * 73, Mass("hand"), 0.01);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_two_limbs_of_a_joint_share_its_anchor_in_every_posture(string name)
    {
        var figure = Of(name);
        foreach (var posture in figure.Postures.Values)
        {
            var places = figure.Limbs.Zip(figure.Placed(posture)).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            foreach (var joint in figure.Joints)
            {
                var (one, other) = (places[joint.Parent], places[joint.Child]);
                var gap = one.Turn.Turn(joint.Anchor) + one.Shift - other.Turn.Turn(joint.Anchor) - other.Shift;
                Assert.True(gap.Length < 1e-9, $"{joint.Child}: {gap.Length}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_posture_bends_a_joint_further_than_it_goes(string name)
    {
        var figure = Of(name);
        foreach (var (title, posture) in figure.Postures)
        {
            foreach (var joint in figure.Joints)
            {
                var turn = posture.Of(joint.Child);
                if (joint.Hinge is { } limits)
                {
                    var angle = 2 * Math.Atan2(Vector3d.Dot(new(turn.X, turn.Y, turn.Z), joint.Axis), turn.W);
                    Assert.InRange(angle, limits.Least - 1e-9, limits.Most + 1e-9);
                    Assert.Equal(1, Vector3d.Dot(turn.Turn(joint.Axis), joint.Axis), 1e-9);
                }
                else
                {
                    var off = Math.Acos(Math.Clamp(Vector3d.Dot(turn.Turn(joint.Pointing), joint.Axis), -1, 1));
                    Assert.True(off <= joint.Cone, $"{title} {joint.Child}: {off} of {joint.Cone}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Limbs_are_closed_smooth_and_few_enough(string name)
    {
        var figure = Of(name);
        var meshes = figure.Limbs.SelectMany(limb => limb.Parts.Select(part => part.Mesh)).ToArray();
        Assert.InRange(meshes.Sum(mesh => mesh.Indices.Length / 3), 3000, 24000);
        foreach (var mesh in meshes)
        {
            Assert.True(Meshes.Open([mesh], 1e-6) < 0.02, $"{Meshes.Open([mesh], 1e-6)}");
            Assert.True(Meshes.Agreement(mesh) > 0.98, $"{Meshes.Agreement(mesh)}");
            Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-3f));
            Assert.True(MassProperties.Of([mesh], 1).Mass > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_standing_figure_is_one_prop_that_keeps_its_feet(string name)
    {
        var draft = Of(name).Draft(Posture.Rest);
        var body = new Body
        {
            Shape = draft.Shape(draft.Mass!.Value.Centre), Mass = draft.Mass.Value with { Centre = default }, Surface = new(0.5, 0.2), Position = draft.Mass.Value.Centre,
        };
        var simulation = new Simulation([body], new(0.5, 0.2));
        simulation.Advance(1);
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > 0.995, $"{body.Orientation.Turn(Vector3d.UnitY)}");
        Assert.Equal(draft.Mass.Value.Centre.Y, body.Position.Y, 0.02 * draft.Size.Y);
    }

    [Fact]
    public void Arms_drawn_in_make_a_pirouette_much_faster()
    {
        double Spin(string posture) => _mannequin.Value.Limbs.Zip(_mannequin.Value.Placed(_mannequin.Value.Postures[posture])).Sum(part =>
        {
            var at = part.Second.Turn.Turn(part.First.Mass.Centre) + part.Second.Shift;
            return (part.First.Mass.Mass * ((at.X * at.X) + (at.Z * at.Z))) + part.First.Mass.Inertia.Seen(part.Second.Turn).YY;
        });
        Assert.True(Spin("T") > 2 * Spin("arms-in"), $"{Spin("T")} and {Spin("arms-in")}");
        Assert.InRange(Spin("stand"), 0.7, 1.8);
    }

    [Fact]
    public void Drawing_the_arms_in_while_turning_in_free_flight_turns_faster_and_keeps_the_angular_momentum()
    {
        var figure = Mannequin.Make(1.741, _skin, new Random(1), false);
        var bodies = figure.Bodies(figure.Postures["T"], new(0, 3, 0), Rotation.Identity, new(0.5, 0.2));
        var joints = Muscles.Of(figure, 0, figure.Postures["T"], 0.4);
        foreach (var body in bodies)
        {
            body.AngularVelocity = new(0, 3, 0);
            body.Velocity = Vector3d.Cross(body.AngularVelocity, body.Position);
        }

        var simulation = new Simulation(bodies, new(0.5, 0.2), joints) { Gravity = default };
        var before = Momentum(bodies);
        Muscles.Take(figure, joints, figure.Postures["arms-in"]);
        simulation.Advance(0.8);
        var chest = bodies[2].AngularVelocity.Y;
        Assert.True(chest > 4.5, $"{chest} rad/s");
        Assert.True((Momentum(bodies) - before).Length < 0.02 * before.Length, $"{before} {Momentum(bodies)}");

        static Vector3d Momentum(IReadOnlyList<Body> bodies)
        {
            var mass = bodies.Sum(body => body.Mass.Mass);
            var centre = bodies.Aggregate(Vector3d.Zero, (sum, body) => sum + (body.Position * body.Mass.Mass)) / mass;
            return bodies.Aggregate(Vector3d.Zero, (sum, body) =>
                sum + Vector3d.Cross(body.Position - centre, body.Velocity * body.Mass.Mass) + (body.Mass.Inertia.Seen(body.Orientation) * body.AngularVelocity));
        }
    }

    [Fact]
    public void Bodies_stand_where_the_posture_puts_the_limbs()
    {
        var figure = _mannequin.Value;
        var bodies = figure.Bodies(figure.Postures["T"], new(1, 2, 3), Rotation.Identity, new(0.5, 0.2));
        var places = figure.Placed(figure.Postures["T"]);
        for (var i = 0; i < bodies.Count; i++)
        {
            var expected = places[i].Turn.Turn(figure.Limbs[i].Mass.Centre) + places[i].Shift + new Vector3d(1, 2, 3);
            Assert.True((bodies[i].Position - expected).Length < 1e-12);
        }

        Assert.Equal(figure.Limbs.Count, figure.Joints.Count + 1);
    }

    private static Figure Of(string name) => name == "cat" ? _cat.Value : _mannequin.Value;
}
