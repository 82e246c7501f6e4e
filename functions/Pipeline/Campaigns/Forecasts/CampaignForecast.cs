using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Plans;

namespace SoraFunctions.Pipeline.Campaigns.Forecasts;

/// <summary>What a run of a campaign would make, before anything is rendered.</summary>
/// <param name="Products">How many products it has.</param>
/// <param name="Cells">How many cells.</param>
/// <param name="Existing">For how many of them there is a video already.</param>
/// <param name="Seconds">How much video is made: its length in seconds.</param>
/// <param name="Spending">What it would cost.</param>
/// <param name="Takes">How long it would take, alone.</param>
/// <param name="Rate">What that is reckoned with.</param>
/// <param name="Engine">By which engine.</param>
/// <param name="Fits">How many of the cells to be made the budget is enough for.</param>
/// <param name="Shown">The first of the cells, each with the video that is there; null for one to be made.</param>
/// <param name="NextDue">The next times at which it is due, up to five.</param>
public sealed record CampaignForecast(
    int Products,
    int Cells,
    int Existing,
    decimal Seconds,
    Spending Spending,
    TimeSpan Takes,
    EngineRate Rate,
    string Engine,
    int Fits,
    IReadOnlyList<(CampaignCell Cell, string? VideoId)> Shown,
    IReadOnlyList<DateTimeOffset> NextDue);
