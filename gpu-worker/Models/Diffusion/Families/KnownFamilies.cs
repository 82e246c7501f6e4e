using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>The families as their authors publish them; a package's own configs override what differs in it.</summary>
internal static class KnownFamilies
{
    private static readonly Family LtxVideo = new()
    {
        Name = "LTX-Video",
        Layout = LatentLayout.Tokens,
        Channels = 128,
        TemporalRatio = 8,
        SpatialRatio = 32,
        Raster = new(704, 512, 161, 25),
        Steps = 50,
        Guidance = new(3) { Batched = true },
        Text = new(128),
        HasStatistics = true,
        Statistics = LatentStatistics.None,
        Sigmas = SigmaRule.Even,
    };

    private static readonly Family Wan = new()
    {
        Name = "Wan",
        Channels = 16,
        TemporalRatio = 4,
        SpatialRatio = 8,
        Patch = 2,
        Raster = new(832, 480, 81, 16),
        Steps = 50,
        Guidance = new(5),
        Text = new(512, true, true),
        HasStatistics = true,
        Statistics = new(
            1,
            [-0.7571f, -0.7089f, -0.9113f, 0.1075f, -0.1745f, 0.9653f, -0.1517f, 1.5508f, 0.4134f, -0.0715f, 0.5517f, -0.3632f, -0.1922f, -0.9497f, 0.2503f, -0.2921f],
            [2.8184f, 1.4541f, 2.3275f, 2.6558f, 1.2196f, 1.7708f, 2.6052f, 2.0743f, 3.2687f, 2.1526f, 2.8652f, 1.5579f, 1.6382f, 1.1253f, 2.8251f, 1.9160f]),
    };

    private static readonly Family CogVideoX = new()
    {
        Name = "CogVideoX",
        Layout = LatentLayout.FramesFirst,
        Channels = 16,
        TemporalRatio = 4,
        SpatialRatio = 8,
        Patch = 2,
        Raster = new(720, 480, 49, 8),
        Steps = 50,
        Guidance = new(6) { Batched = true },
        Text = new(226),
        Statistics = new(1.15258426f, [], []),
    };

    private static readonly Family Mochi = new()
    {
        Name = "Mochi",
        Channels = 12,
        TemporalRatio = 6,
        SpatialRatio = 8,
        Patch = 2,
        Raster = new(848, 480, 85, 30),
        Steps = 64,
        Guidance = new(4.5) { Batched = true },
        Text = new(256, true),
        HasStatistics = true,
        Statistics = LatentStatistics.None,
        Sigmas = SigmaRule.LinearQuadratic,
    };

    private static readonly Family AnimateDiff = new()
    {
        Name = "AnimateDiff",
        Channels = 4,
        TemporalRatio = 1,
        SpatialRatio = 8,
        Patch = 8,
        Raster = new(512, 512, 16, 8),
        Steps = 25,
        Guidance = new(7.5) { Batched = true },
        Text = new(77),
        Statistics = new(0.18215f, [], []),
    };

    private static readonly Dictionary<string, Family> ByPipeline = new()
    {
        ["LTXPipeline"] = LtxVideo,
        ["LTXImageToVideoPipeline"] = LtxVideo,
        ["LTXConditionPipeline"] = LtxVideo,
        ["WanPipeline"] = Wan,
        ["WanImageToVideoPipeline"] = Wan,
        ["WanVideoToVideoPipeline"] = Wan,
        ["CogVideoXPipeline"] = CogVideoX,
        ["CogVideoXImageToVideoPipeline"] = CogVideoX,
        ["CogVideoXVideoToVideoPipeline"] = CogVideoX,
        ["MochiPipeline"] = Mochi,
        ["AnimateDiffPipeline"] = AnimateDiff,
        ["AnimateDiffVideoToVideoPipeline"] = AnimateDiff,
    };

    /// <summary>The classes of pipelines that are known, in order.</summary>
    public static IEnumerable<string> Pipelines => ByPipeline.Keys.Order(StringComparer.Ordinal);

    /// <summary>The family of a pipeline; null where it is not known.</summary>
    public static Family? Of(string pipeline) => ByPipeline.GetValueOrDefault(pipeline);
}
