using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Tests.Staging;

public sealed class CarTests
{
    private static readonly Car _car = Car.Make(1.45, new Material());

    [Fact]
    public void A_car_of_a_cars_height_has_a_cars_size_and_weight()
    {
        var draft = _car.Draft();
        Assert.Equal(1.45f, draft.Size.Y, 0.03f);
        Assert.InRange(draft.Size.Z, 4.1f, 4.6f);
        Assert.InRange(draft.Size.X, 1.7f, 2.3f);
        Assert.InRange(draft.Mass!.Value.Mass, 1300, 1500);
        Assert.InRange(draft.Mass.Value.Centre.Y, 0.4, 0.6);
        Assert.InRange(_car.Wheelbase, 2.4, 2.8);
        Assert.InRange(_car.Track, 1.45, 1.65);
    }

    [Fact]
    public void Its_wheels_stand_on_the_ground_where_it_says_and_clear_of_the_body()
    {
        for (var i = 0; i < 4; i++)
        {
            var wheel = _car.Figure.Limbs[i + 1];
            Assert.True((wheel.Mass.Centre - _car.Wheels[i]).Length < 1e-9);
            var (low, high) = Enclosure.Bounds(wheel.Parts.Select(part => part.Mesh));
            Assert.Equal(0, low.Y, 0.005);
            Assert.Equal(2 * _car.Radius, high.Y, 0.005);
            Assert.Equal(i < 2, wheel.Mass.Centre.Z > 0);
            Assert.Equal(i % 2 == 0, wheel.Mass.Centre.X > 0);
        }
    }

    [Fact]
    public void It_is_smooth_closed_where_it_is_solid_and_light_enough()
    {
        var meshes = _car.Figure.Limbs.SelectMany(limb => limb.Parts.Select(part => part.Mesh)).ToArray();
        Assert.InRange(meshes.Sum(mesh => mesh.Indices.Length / 3), 8000, 24000);
        Assert.All(meshes, mesh => Assert.True(Meshes.Agreement(mesh) > 0.97, $"{Array.IndexOf(meshes, mesh)}: {Meshes.Agreement(mesh)}"));
        Assert.All(meshes, mesh => Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-3f)));
        Assert.True(Meshes.Open([meshes[0]], 1e-6) < 0.01);
        Assert.All(_car.Figure.Limbs.Skip(1), wheel => Assert.True(Meshes.Open([wheel.Parts[0].Mesh], 1e-6) < 0.01));
    }

    [Fact]
    public void It_stands_on_its_wheels()
    {
        var draft = _car.Draft();
        var mass = draft.Mass!.Value;
        var body = new Body { Shape = draft.Shape(mass.Centre), Mass = mass with { Centre = default }, Surface = new(0.7, 0.1), Position = mass.Centre };
        new Simulation([body], new(0.7, 0.1)).Advance(1);
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > 0.998, $"{body.Orientation.Turn(Vector3d.UnitY)}");
        Assert.Equal(mass.Centre.Y, body.Position.Y, 0.03);
    }
}
