using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Tests.Engine;

namespace SoraFunctions.World.Tests.Staging;

public sealed class DrivingTests
{
    [Theory]
    [InlineData(1.4, 1)]
    [InlineData(1.4, 2)]
    [InlineData(0.08, 3)]
    public void A_car_drives_in_and_ends_upright_in_the_picture_with_its_front_to_the_camera(double height, long seed)
    {
        var shot = Stage(new Subject { Id = "car", Name = "The car", Form = Form.Car, Matter = Matter.Metal, Height = height }, seed);
        Assert.Empty(shot.Log.Warnings);
        var end = shot.States[^1].Poses[0];
        Assert.True(Vector3.Transform(Vector3.UnitY, end.Orientation).Y > 0.995f);
        Assert.InRange(Vector3.Transform(Vector3.UnitZ, end.Orientation).Z, 0.6f, 0.95f);
        Assert.True(Vector3.Distance(shot.States[0].Poses[0].Position, end.Position) > 3 * height);
        Assert.True(Vector3.Distance(shot.States[^10].Poses[0].Position, end.Position) < 0.01 * height, "It still drives at the end.");
        var box = shot.Log.SubjectBoxes[^1];
        Assert.True(box.Left > 0.02 && box.Right < 0.98 && box.Top > 0.02 && box.Bottom < 0.98, $"{box}");
        Assert.True(shot.Log.SubjectBoxes.Count > 0.7 * 25, "It is out of the picture for long.");
    }

    [Fact]
    public void Its_wheels_turn_and_never_sink_into_the_ground()
    {
        const double height = 1.4;
        var shot = Stage(new Subject { Id = "car", Name = "The car", Form = Form.Car, Matter = Matter.Metal, Height = height }, 4);
        Assert.All(shot.States, state =>
        {
            for (var i = 0; i < shot.Stage.Instances.Count; i++)
            {
                var pose = state.Poses[i];
                var lowest = shot.Stage.Instances[i].Mesh.Positions.Min(point => Vector3.Transform(point, pose.Orientation).Y + pose.Position.Y);
                Assert.True(lowest > -0.012 * height, $"Part {i} is at {lowest} m after {state.Time} s.");
            }
        });
        Assert.True(Vector3.Distance(shot.States[10].Poses[^1].Position, shot.States[40].Poses[^1].Position) > height);
        Assert.NotEqual(shot.States[10].Poses[^1].Orientation, shot.States[11].Poses[^1].Orientation);
    }

    [Fact]
    public void What_has_no_wheels_slides_in()
    {
        var shot = Stage(new Subject { Id = "box", Name = "The box", Form = Form.Box, Matter = Matter.Cardboard, Height = 0.2 }, 1);
        Assert.Contains("The box has no wheels; it slides in instead.", shot.Log.Warnings);
    }

    private static StagedShot Stage(Subject subject, long seed) => Director.Stage(
        Orders.Of(Deed.Drive, 5, new(1280, 720), subject) with { Seed = seed }, ShotAssets.None, CancellationToken.None);
}
