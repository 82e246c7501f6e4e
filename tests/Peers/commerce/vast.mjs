// Reads an advert with the parser of a player that many sites use.
// Usage: node vast.mjs, with VAST: the document. One JSON object on the output.
import { VASTParser } from '@dailymotion/vast-client';
import { DOMParser } from '@xmldom/xmldom';

const xml = new DOMParser().parseFromString(process.env.VAST, 'text/xml');
const { ads, version } = await new VASTParser().parseVAST(xml, {});
const linear = ads[0].creatives[0];
console.log(JSON.stringify({
  version,
  title: ads[0].title,
  duration: linear.duration,
  file: linear.mediaFiles[0].fileURL,
  captions: linear.mediaFiles.length && linear.closedCaptionFiles?.map((one) => one.fileURL),
  click: linear.videoClickThroughURLTemplate.url,
  clickTracking: linear.videoClickTrackingURLTemplates.map((one) => one.url),
  events: Object.fromEntries(Object.entries(linear.trackingEvents).map(([name, urls]) => [name, urls[0]])),
  impressions: ads[0].impressionURLTemplates.map((one) => one.url),
  errors: ads[0].errorURLTemplates,
}));
