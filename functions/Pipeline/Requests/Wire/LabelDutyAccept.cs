using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The body of <c>POST /v1/labels/duty</c> as it is written.</summary>
/// <param name="AcceptedBy">See <see cref="Labels.LabelDuty.Accept"/>.</param>
public sealed record LabelDutyAccept(
    [property: Description("The person who accepts, for the tenant, the duty to label copies without words in the picture before they are published; 1 to 200 characters.")] string AcceptedBy);
