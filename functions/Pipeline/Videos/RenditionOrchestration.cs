using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>One rendition: a render per shot, side by side, then cut, then judged. It is signed when all renditions of its video may be.</summary>
public static class RenditionOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<RenditionOrder, RenditionResult> Definition { get; } = new("Rendition");

    /// <summary>Its id.</summary>
    /// <param name="videoId">Of which video.</param>
    /// <param name="channel">For which channel.</param>
    public static string InstanceOf(string videoId, string channel) => $"{videoId}.{channel}";

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">What to make.</param>
    public static async Task<RenditionResult> Run(IOrchestrationContext context, RenditionOrder order)
    {
        var (plan, clips, cut, warnings) = await Made(context, order);
        var found = await context.Call(
            JudgeCut.Definition, For(order, JudgeCutOrder.Of(order, clips, cut)), RetryPolicy.Standard);
        return new RenditionResult(
            order.Channel, Warnings.Fit([.. warnings, .. found.Warnings]), new RenditionCut(cut.Files, plan.Origin, found));
    }

    /// <summary>Its code before cuts were judged, in versions 2 and 3 of the catalog: it is signed at once.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">What to make.</param>
    public static Task<RenditionResult> RunUnjudged(IOrchestrationContext context, RenditionOrder order) =>
        Signed(context, order, cut => OthersOf(cut.Files));

    /// <summary>Its code in version 1 of the catalog, which signed the video and none of what goes with it.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">What to make.</param>
    public static Task<RenditionResult> RunSigningVideoAlone(IOrchestrationContext context, RenditionOrder order) =>
        Signed(context, order, _ => null);

    /// <summary>What is signed beside the video.</summary>
    /// <param name="files">The files of a cut.</param>
    internal static IReadOnlyDictionary<string, BlobRef> OthersOf(IReadOnlyDictionary<string, BlobRef> files) =>
        files.Where(file => file.Key != OutputNames.Video).ToDictionary();

    private static async Task<RenditionResult> Signed(
        IOrchestrationContext context, RenditionOrder order, Func<CutFiles, IReadOnlyDictionary<string, BlobRef>?> signedToo)
    {
        var (plan, _, cut, warnings) = await Made(context, order);
        var stamped = await context.Call(
            StampProvenance.Definition,
            For(order, new StampOrder(cut.Files[OutputNames.Video], $"{order.VideoId}/{order.Channel}", plan.Origin) { Others = signedToo(cut) }),
            RetryPolicy.Standard);
        await context.Call(
            RegisterRendition.Definition, For(order, new RegisterOrder(order.Channel, order.Storyboard, cut.Files, stamped)), RetryPolicy.Standard);
        return new RenditionResult(order.Channel, warnings);
    }

    private static async Task<(ShotPlan Plan, IReadOnlyList<ClipAssets> Clips, CutFiles Cut, IReadOnlyList<string> Warnings)> Made(
        IOrchestrationContext context, RenditionOrder order)
    {
        var plan = await context.Call(
            PlanShots.Definition, For(order, new PlanOrder(order.Request, order.Storyboard, order.Channel, order.Filmed)), RetryPolicy.Standard);
        (plan, var clips, var fallen) = await RenderedShots.Of(context, order, plan);
        ClipAssets[] assets = [.. clips.Select(clip => new ClipAssets(clip.Picture, clip.Log))];
        var cut = await context.Call(
            CutVideo.Definition,
            For(order, new CutStepOrder(order.Request, order.Storyboard, order.Channel, assets, order.VideoId, order.Link)),
            RetryPolicy.Standard);
        return (plan, assets, cut, [.. plan.Warnings ?? [], .. fallen, .. clips.SelectMany(clip => clip.Warnings), .. cut.Warnings]);
    }

    private static Step<T> For<T>(RenditionOrder order, T what) => new(order.Tenant, order.VideoId, what, 1.0 / order.Count);
}
