using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary>A booked spend as the API shows it.</summary>
internal sealed record AdSpendObject(string Id, string Object, string VideoId, string Channel, string Day, WireMoney Amount);
