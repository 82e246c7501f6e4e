using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class ClipPlanTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory, InlineData("wan"), InlineData("ltx"), InlineData("cogvideox"), InlineData("mochi"), InlineData("animatediff")]
    public void Whatever_is_ordered_the_nearest_that_the_model_makes_is_planned(string name)
    {
        var family = Published(name);
        var orders = (from width in Gen.Choose(64, 960) from height in Gen.Choose(64, 960) from halves in Gen.Choose(1, 40)
                      select Orders.Small(halves / 2m, width: 2 * width, height: 2 * height)).ToArbitrary();
        Prop.ForAll(orders, order =>
        {
            var plan = ClipPlan.Of(family, order);
            Assert.Equal((0, 0), (plan.Width % family.SizeMultiple, plan.Height % family.SizeMultiple));
            Assert.Equal(family.Shape(plan.Width, plan.Height, plan.Frames), plan.Shape);
            // Enough frames for the time, and not a latent frame too many.
            var needed = (double)order.Shot.Seconds * family.Raster.FramesPerSecond;
            Assert.InRange(plan.Frames, needed, needed + 2 + family.TemporalRatio);
            // About the pixels that it was trained on, and nearly the shape.
            var area = (double)plan.Width * plan.Height / family.Raster.Width / family.Raster.Height;
            var shape = (double)plan.Width / plan.Height * order.Format.Height / order.Format.Width;
            var step = family.SizeMultiple / (double)Math.Min(plan.Width, plan.Height);
            Assert.InRange(area, 1 / (1 + 1.5 * step), 1 + 1.5 * step);
            Assert.InRange(shape, 1 / (1 + 1.5 * step), 1 + 1.5 * step);
            Assert.True(plan.WindowOverlap < plan.WindowFrames);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_graph_of_fixed_size_is_planned_for_and_padded_in_time()
    {
        var family = Published("wan") with { Fixed = new(5, 30, 40) };
        var plan = ClipPlan.Of(family, Orders.Small(0.5m));
        Assert.Equal((320, 240, 17, 5), (plan.Width, plan.Height, plan.Frames, plan.WindowFrames));
        Assert.Equal((320, 5), (ClipPlan.Of(family, Orders.Small(8)).Width, ClipPlan.Of(family, Orders.Small(8)).WindowFrames));
    }

    [Fact]
    public void A_draft_is_made_in_half_of_the_steps() => Assert.Equal(
        (50, 25), (ClipPlan.Of(Published("wan"), Orders.Small()).Steps, ClipPlan.Of(Published("wan"), Orders.Small() with { Quality = Quality.Draft }).Steps));

    [Fact]
    public void What_fits_is_planned_without_a_warning() => Assert.Empty(
        ClipPlan.Of(Published("ltx"), Orders.Small(6) with { Format = new(704, 512, 25) }).Warnings);

    // The family as it is published, without the small sizes of the tests; LTX-Video's size stays in its side file.
    private Family Published(string name)
    {
        var folder = _temporary.File(Guid.NewGuid().ToString("N"));
        TinyPackage.All[name](folder);
        if (name == "ltx")
            TinyPackage.Side(folder, 704, 512, 161, 25, string.Join(',', new[] { "mean", "std" }.Select(kind => $"\"latents_{kind}\":[{string.Join(',', Enumerable.Repeat(1, 128))}]")));
        else
            File.Delete(Path.Combine(folder, FamilyReader.SideFile));
        return FamilyReader.Of(ModelPackage.Read(folder)).Family!;
    }
}
