using System.Numerics;

namespace SoraFunctions.World.Tests.Gltf;

public sealed class AnimationTests
{
    [Fact]
    public void A_turning_node_has_a_pose_and_no_new_vertices()
    {
        var model = Reading.Read("spinning");
        Assert.Equal([false, false], model.Parts.Select(part => part.Deforms));
        var still = model.Motion!(0);
        Assert.Equal(Vector3.Zero, still[1].Pose.Position);
        var quarter = model.Motion(1)[1];
        Assert.Null(quarter.Deformation);

        // The cube's middle, 5 m along x, is 5 m along -z after a quarter.
        var middle = Vector3.Transform(new(5, 4, 0), quarter.Pose.Orientation) + quarter.Pose.Position;
        Assert.Equal(0, Vector3.Distance(new(0, 4, -5), middle), 1e-4f);
        Assert.Equal(model.Motion(1)[1], model.Motion(5)[1]);
    }

    [Fact]
    public void Joints_bend_the_vertices_bound_to_them()
    {
        var model = Reading.Read("bending");
        var part = Assert.Single(model.Parts);
        Assert.True(part.Deforms);
        var bent = model.Motion!(1.999999)[0].Deformation!.Value;
        for (var i = 0; i < part.Mesh.Positions.Length; i++)
        {
            var rest = part.Mesh.Positions[i];
            var expected = rest.Y > 1.2f ? new Vector3(-(rest.Y - 1), 1 + rest.X, 0) : rest;
            Assert.Equal(0, Vector3.Distance(expected, bent.Positions[i]), 1e-4f);
            Assert.Equal(1, bent.Normals[i].Length(), 1e-4f);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.25, 0.15625)]
    [InlineData(1, 1)]
    public void Weights_of_morph_targets_follow_cubic_curves(double time, float lift)
    {
        var model = Reading.Read("breathing");
        var part = Assert.Single(model.Parts);
        var moved = model.Motion!(time)[0].Deformation!.Value;
        Assert.All(moved.Positions.Zip(part.Mesh.Positions), pair => Assert.Equal(lift, pair.First.Y - pair.Second.Y, 1e-5f));
    }

    [Fact]
    public void A_model_without_animation_has_no_motion() => Assert.Null(Reading.Read("cube").Motion);
}
