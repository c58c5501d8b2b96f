/**
 * The page's one script: tables of groups are sorted, filtered and shown whole; the values of a chart are told under the
 * pointer and by the arrow keys. Everything that it shows stands in the page without it. It fetches nothing and keeps
 * nothing; the page's policy lets no other script run.
 */
export const script = `
(function(){
"use strict";
var d=document;
function all(s,r){return Array.prototype.slice.call((r||d).querySelectorAll(s))}
function make(t,c,x){var e=d.createElement(t);if(c)e.className=c;if(x)e.textContent=x;return e}
var order=new Intl.Collator("vi",{numeric:true}).compare;
function numberOf(c){
 if(c.dataset.value!==undefined)return +c.dataset.value;
 var t=c.textContent.replace(/[\\u2212]/g,"-").replace(/^[^\\d-]+/,""),m=/^-?[\\d.,]+/.exec(t);
 if(!m)return null;
 var s=d.documentElement.lang==="vi"?m[0].replace(/\\.(?=\\d{3})/g,"").replace(",","."):m[0].replace(/,/g,"");
 return isNaN(+s)?null:+s;
}
all("table[data-top]").forEach(function(table){
 var body=table.tBodies[0],rows=all("tr",body).filter(function(r){return !r.querySelector(".more")}),top=+table.dataset.top,whole=rows.length<=top,q="";
 var bar=make("div","tools"),input=make("input"),name=make("label","",table.dataset.filter+" "),button=make("button","",table.dataset.all);
 input.type="search";name.appendChild(input);bar.appendChild(name);
 button.type="button";button.setAttribute("aria-expanded","false");
 if(!whole)bar.appendChild(button);
 table.parentNode.parentNode.insertBefore(bar,table.parentNode);
 function show(){
  var n=0;
  rows.forEach(function(r){
   var fits=q===""||r.cells[0].textContent.normalize("NFC").toLocaleLowerCase("vi").indexOf(q)>=0;
   r.hidden=!fits||(!whole&&q===""&&n>=top);
   if(fits)n++;
  });
 }
 input.addEventListener("input",function(){q=input.value.trim().normalize("NFC").toLocaleLowerCase("vi");show()});
 button.addEventListener("click",function(){whole=!whole;button.textContent=whole?table.dataset.few:table.dataset.all;button.setAttribute("aria-expanded",String(whole));show()});
 var heads=all("thead tr:last-child th",table);
 heads.forEach(function(th,i){
  var b=make("button","sort",th.textContent);b.type="button";th.textContent="";th.appendChild(b);
  b.addEventListener("click",function(){
   var up=th.getAttribute("aria-sort")==="ascending";
   heads.forEach(function(o){o.removeAttribute("aria-sort")});
   th.setAttribute("aria-sort",up?"descending":"ascending");
   rows.sort(function(a,b){
    var x=a.cells[i],y=b.cells[i],v;
    if(th.className.indexOf("number")>=0){
     var p=numberOf(x),r=numberOf(y);
     if(p===null||r===null)return p===r?0:p===null?1:-1;
     v=p-r;
    }else v=order(x.textContent,y.textContent);
    return up?-v:v;
   });
   rows.forEach(function(r){body.insertBefore(r,null)});
   show();
  });
 });
 show();
});
all("figure.chart").forEach(function(f){
 var svg=f.querySelector("svg"),rows=all("tbody tr",f),tip=make("p","tip"),at=-1;
 if(!svg||!rows.length||f.classList.contains("steps"))return;
 tip.setAttribute("role","status");
 svg.setAttribute("tabindex","0");
 svg.parentNode.insertBefore(tip,svg.nextSibling);
 function tell(i){
  at=Math.max(0,Math.min(rows.length-1,i));
  tip.textContent=all("th,td",rows[at]).map(function(c){return c.textContent}).filter(Boolean).join(" \\u00b7 ");
 }
 svg.addEventListener("pointermove",function(e){
  var b=svg.getBoundingClientRect(),v=svg.viewBox.baseVal,bars=f.classList.contains("bars");
  var m=(svg.dataset.plot||"0 1").split(" ").map(Number);
  var p=bars?(e.clientY-b.top)*v.height/b.height:(e.clientX-b.left)*v.width/b.width;
  var k=(p-m[0])/(m[1]-m[0]);
  tell(bars?Math.floor(k*rows.length):Math.round(k*rows.length-.5));
 });
 svg.addEventListener("pointerleave",function(){tip.textContent=""});
 svg.addEventListener("blur",function(){tip.textContent=""});
 svg.addEventListener("keydown",function(e){
  var s={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];
  if(!s)return;
  e.preventDefault();
  tell(at<0?(s>0?0:rows.length-1):at+s);
 });
});
})();
`
  .trim()
  .replaceAll(/\n */g, "\n");
