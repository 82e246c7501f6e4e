using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Noise;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class LatentTests
{
    private static readonly Arbitrary<(int Row, int Length, int Overlap)> Rows =
        (from row in Gen.Choose(1, 200) from length in Gen.Choose(1, 60) from overlap in Gen.Choose(0, length - 1) select (row, length, overlap)).ToArbitrary();

    private static readonly Arbitrary<LatentShape> Shapes =
        (from channels in Gen.Choose(1, 5) from frames in Gen.Choose(1, 4) from height in Gen.Choose(1, 4) from width in Gen.Choose(1, 4)
         select new LatentShape(channels, frames, height, width)).ToArbitrary();

    [Fact]
    public void Pieces_cover_a_row_in_order_and_overlap_enough() => Prop.ForAll(Rows, one =>
    {
        var pieces = Piece.Cover(one.Row, one.Length, one.Overlap);
        Assert.Equal(0, pieces[0].Start);
        Assert.Equal(one.Row, pieces[^1].End);
        Assert.All(pieces, piece => Assert.Equal(Math.Min(one.Row, one.Length), piece.Length));
        foreach (var (left, right) in pieces.Zip(pieces.Skip(1)))
            Assert.True(right.Start > left.Start && left.End - right.Start >= one.Overlap);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_place_has_weight_and_weights_rise_and_fall_alike() => Prop.ForAll(Rows, one =>
    {
        var sums = new float[one.Row];
        foreach (var piece in Piece.Cover(one.Row, one.Length, one.Overlap))
            for (var i = 0; i < piece.Length; i++)
            {
                sums[piece.Start + i] += piece.Weight(i);
                Assert.Equal(piece.Weight(i), piece.Weight(piece.Length - 1 - i), 1e-6f);
            }
        Assert.All(sums, sum => Assert.True(sum > 0));
    }).QuickCheckThrowOnFailure();

    [Theory, InlineData(LatentLayout.ChannelsFirst), InlineData(LatentLayout.FramesFirst), InlineData(LatentLayout.Tokens)]
    public void What_is_put_into_a_graphs_order_comes_back(LatentLayout layout) => Prop.ForAll(Shapes, shape =>
    {
        var latents = new GaussianNoise(1).Values(shape.Length);
        var (ordered, back) = (new float[shape.Length], new float[shape.Length]);
        LatentOrder.To(layout, shape, latents, ordered);
        LatentOrder.From(layout, shape, ordered, back);
        Assert.Equal(latents, back);
        Assert.Equal(shape.Length, LatentOrder.Dimensions(layout, 1, shape).Aggregate(1L, (product, length) => product * length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_orders_are_those_of_the_graphs()
    {
        var shape = new LatentShape(2, 2, 1, 2);
        float[] latents = [0, 1, 10, 11, 100, 101, 110, 111]; // hundreds: channel, tens: frame, ones: place
        Assert.Equal([0, 1, 100, 101, 10, 11, 110, 111], Ordered(LatentLayout.FramesFirst));
        Assert.Equal([0, 100, 1, 101, 10, 110, 11, 111], Ordered(LatentLayout.Tokens));

        float[] Ordered(LatentLayout layout)
        {
            var ordered = new float[8];
            LatentOrder.To(layout, shape, latents, ordered);
            return ordered;
        }
    }

    [Fact]
    public void Frames_that_are_pasted_come_back_and_others_stay() => Prop.ForAll(Shapes, shape =>
    {
        var latents = new GaussianNoise(1).Values(shape.Length);
        var frame = new float[shape.Channels * shape.Area];
        shape.CopyFrames(latents, shape.Frames - 1, frame);
        var pasted = (float[])latents.Clone();
        shape.PasteFrames(frame, pasted, shape.Frames - 1);
        Assert.Equal(latents, pasted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalised_latents_can_be_restored()
    {
        var shape = new LatentShape(3, 2, 2, 2);
        var statistics = new LatentStatistics(1.5f, [0.5f, -1, 2], [2, 0.5f, 1]);
        var latents = new GaussianNoise(1).Values(shape.Length);
        var there = (float[])latents.Clone();
        statistics.Normalise(shape, there);
        Assert.Equal((latents[8] + 1) * 1.5f / 0.5f, there[8], 1e-5f);
        statistics.Restore(shape, there);
        Assert.Equal(latents, there, (a, b) => Math.Abs(a - b) < 1e-5f);
    }
}
