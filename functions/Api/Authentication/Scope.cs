namespace SoraFunctions.Api.Authentication;

/// <summary>What a key may do. Which of them a route takes is declared where the route is mapped, and shown in the OpenAPI document.</summary>
[Flags]
public enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Look at what there is: videos, reports, shops, settings.</summary>
    Read = 1,

    /// <summary>Order, change, stop and delete videos, and look at them.</summary>
    Render = 2,

    /// <summary>Set up, run and stop campaigns, and look at videos.</summary>
    Campaign = 4,

    /// <summary>Decide what waits for a person, and look at videos.</summary>
    Review = 8,

    /// <summary>Everything: also keys, settings, accounts and secrets.</summary>
    Admin = 16,
}
