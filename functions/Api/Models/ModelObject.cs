using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Models;

/// <summary>A model as the API lists it, with what the engine behind it can do.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Object">Always <c>model</c>.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="OwnedBy">Who runs it.</param>
/// <param name="Engine">The engine it stands for.</param>
/// <param name="Version">Changes whenever the same request would give other frames; empty while unknown.</param>
/// <param name="Summary">What it is, in a sentence.</param>
/// <param name="Ready">Whether it takes orders now; the notes say why not.</param>
/// <param name="Device">What computes.</param>
/// <param name="MaxSeconds">The longest shot.</param>
/// <param name="ReadsWords">Whether it follows the prompt's own words, and not the storyboard's terms alone.</param>
/// <param name="ShowsPictures">Whether it shows pictures of products.</param>
/// <param name="ShowsModels">Whether it shows 3-D models of products.</param>
/// <param name="TakesClips">Whether a changed shot of a remix begins from its earlier clip.</param>
/// <param name="PictureRoles">What a picture may be to a shot.</param>
/// <param name="HearsContacts">Whether things are heard where they touch.</param>
/// <param name="PricePerSecondUsd">What a second of video costs: what another server takes, or what the price table says for 1280x720; null where neither does.</param>
/// <param name="WorkSecondsPerSecond">How many seconds it worked for a second of video in the last thirty days; null while that was not measured.</param>
/// <param name="MeasuredClips">On how many clips.</param>
/// <param name="Notes">What a caller should know.</param>
internal sealed record ModelObject(
    string Id,
    string Object,
    long Created,
    string OwnedBy,
    string Engine,
    string Version,
    string Summary,
    bool Ready,
    string Device,
    decimal MaxSeconds,
    bool ReadsWords,
    bool ShowsPictures,
    bool ShowsModels,
    bool TakesClips,
    IReadOnlyList<PictureRole> PictureRoles,
    bool HearsContacts,
    decimal? PricePerSecondUsd,
    decimal? WorkSecondsPerSecond,
    int MeasuredClips,
    IReadOnlyList<string> Notes);
