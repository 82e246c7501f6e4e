namespace SoraFunctions.Api.Labels;

/// <summary>The accepted duty as the API shows it.</summary>
/// <param name="Object">Always <c>label_duty</c>.</param>
/// <param name="AcceptedAt">When, in seconds since 1970.</param>
/// <param name="AcceptedBy">By whom.</param>
internal sealed record LabelDutyObject(string Object, long AcceptedAt, string AcceptedBy);
